/*
 * The nabla language. The reader cuts a text into statements and names the rule each is read with, so one bad statement
 * costs no other. Between lexer and parser a pass marks what depends on names: keywords, implied products, derivatives.
 * Every decision looks at one or two tokens (but axis=(0, 2) is known by its comma), and only brackets make the parser recurse.
 */
grammar Nabla;

tokens {
    // Names where a statement has the form of the keyword; anywhere else they stay names.
    CONST, OUTPUT, SEED, WITHIN, AT, FROM, TO, OP, FORWARD, BACKWARD,
    MLP, INPUT, DENSE, WEIGHTS, BIAS, INIT, LOSS, PENALTY, CONVENTION,
    TRAIN, QUESTION, CREDIT, POINTS, AS, DIGITS, WORDING,
    // Nothing is written between a number and what it multiplies.
    IMPLIED,
    // The three parts of dz/dx, where z and x are nodes. OVER stands in ∂z/∂x too.
    DIFFERENTIAL, OVER,
    // The prime of f'(x).
    PRIMED,
    // A large literal of numbers, read beforehand.
    LITERAL
}

// Statements

relation : CONST? left=expression before=at? sign=(ASSIGN | EQUAL) right=expression behind=at? (WITHIN within=NUMBER)? EOF ;

at : AT binding (COMMA binding)* ;

binding : NAME ASSIGN expression ;

mapping : NAME LPAREN parameter (COMMA parameter)* RPAREN ASSIGN expression at? EOF ;

unpacking : NAME (COMMA NAME)+ ASSIGN expression EOF ;

declaration : CONST? NAME (COMMA NAME)* IN space EOF ;

space : kind=NAME (LPAREN size (COMMA size)* RPAREN)? (FROM from=bound TO to=bound)? ;

size : sum ;

bound : sign=(MINUS | PLUS)? NUMBER ;

output : OUTPUT NAME EOF ;

seed : SEED MINUS? NUMBER EOF ;

lone : expression at? EOF ;

operation : OP NAME LPAREN (parameter (COMMA parameter)*)? RPAREN LBRACE EOF ;

parameter : NAME (IN space)? ;

line : direction=(FORWARD | BACKWARD) NAME ASSIGN expression EOF ;

results : OUTPUT NAME (COMMA NAME)* EOF ;

network : MLP NAME? LBRACE EOF ;

layerLine
    : INPUT expression EOF                          # inputLine
    | DENSE NUMBER activation? given* EOF     # denseLine
    | INIT initial EOF                              # initLine
    | LOSS NAME arguments EOF                       # lossLine
    | PENALTY NUMBER EOF                            # penaltyLine
    | CONVENTION NAME EOF                           # conventionLine
    ;

activation : NAME arguments? ;

given
    : WEIGHTS expression    # weights
    | BIAS expression       # bias
    | INIT initial          # init
    ;

initial : NAME NUMBER? ;

training : TRAIN NAME? LBRACE EOF ;

settings : setting+ EOF ;

setting : NAME value=(NUMBER | NAME) ;

question : QUESTION label=TEXT (target=expression at?)? part* EOF ;

part
    : POINTS NUMBER     # points
    | AS NAME           # as
    | DIGITS NUMBER     # digits
    | WITHIN NUMBER     # within
    | WORDING TEXT      # wording
    | OP NAME           # handedIn
    ;

credit : CREDIT NAME (MINUS NAME)* NUMBER EOF ;

// Expressions, from loose to tight

expression : left=sum (operator=(LESS | LESS_OR_EQUAL | GREATER | GREATER_OR_EQUAL) right=sum)? ;

sum : product ((PLUS | MINUS) product)* ;

product : signed ((TIMES | DIVIDE | MATMUL | DOT) signed)* ;

signed : (PLUS | MINUS)* implied ;

implied : power (IMPLIED power)* ;

power : postfix exponent* ;

exponent : POWER (PLUS | MINUS)* postfix | SUPERSCRIPT ;

postfix : ROOT* primary suffix* ;

suffix
    : (TRANSPOSE | PRIME)                           # transpose
    | LBRACK subscript (COMMA subscript)* RBRACK    # index
    | MEMBER arguments?                             # method
    ;

subscript : from=expression range? | range | ELLIPSIS ;

range : COLON to=expression? (COLON step=expression?)? ;

primary
    : NUMBER                                                    # number
    | NAME arguments?                                           # name
    | NAME PRIMED+ arguments                                    # primed
    | TEXT                                                      # text
    | LPAREN expression RPAREN                                  # parentheses
    | LBRACK row (SEMICOLON row)* RBRACK                        # brackets
    | LITERAL                                                   # literal
    | DIFFERENTIAL OVER DIFFERENTIAL                            # quotient
    | PARTIAL NAME OVER PARTIAL NAME                            # partial
    ;

arguments : LPAREN (argument (COMMA argument)*)? RPAREN ;

argument : NAME ASSIGN tuple | (NAME ASSIGN)? subscript ;

tuple : LPAREN expression (COMMA expression)+ RPAREN ;

row : expression (COMMA expression)* ;

// Words

NUMBER : (DIGIT+ ('.' DIGIT*)? | '.' DIGIT+) ([eE] [+\-]? DIGIT+)? ;
IN : 'in' | '\u2208' ;
NAME : LETTER (LETTER | DIGIT | '_' | MARK)* | '_' (LETTER | DIGIT | '_' | MARK)* ;
TRANSPOSE : '.T' | '\u1D40' ;
MEMBER : '.' LETTER (LETTER | DIGIT | '_' | MARK)* ;
TEXT : '"' ~["\r\n]* '"' ;
SUPERSCRIPT : [\u00B2\u00B3\u00B9\u2070\u2074-\u2079]+ ;

PRIME : '\'' | '\u2032' ;
PLUS : '+' ;
MINUS : '-' | '\u2212' ;
TIMES : '*' | '\u2299' | '\u00D7' ;
DOT : '\u00B7' | '\u22C5' ;
DIVIDE : '/' ;
MATMUL : '@' ;
POWER : '^' | '**' ;
ROOT : '\u221A' ;
PARTIAL : '\u2202' ;
ASSIGN : '=' ;
EQUAL : '==' ;
LESS : '<' ;
LESS_OR_EQUAL : '<=' | '\u2264' ;
GREATER : '>' ;
GREATER_OR_EQUAL : '>=' | '\u2265' ;
COMMA : ',' ;
SEMICOLON : ';' ;
COLON : ':' ;
ELLIPSIS : '...' | '\u2026' ;
LPAREN : '(' ;
RPAREN : ')' ;
LBRACK : '[' ;
RBRACK : ']' ;
LBRACE : '{' ;
RBRACE : '}' ;

NEWLINE : '\r\n' | '\r' | '\n' ;
COMMENT : '#' ~[\r\n]* -> skip ;
SPACE : [ \t\p{Zs}\uFEFF]+ -> skip ;

// What people write out of habit, one word each, so that the message can say what to write here.
FOREIGN
    : '!=' | ':=' | '&&' | '||' | '//' | '.*' | './' | '.^' | '+=' | '-=' | '*=' | '/=' | '->' | '=>'
    | '=<' | '<>' | '\\' [a-zA-Z]* | '"' ~["\r\n]*
    ;
JUNK : . ;

// Any other letter is handed in as U+E000, any mark above or below one as U+E001 (see Characters): tables of all of Unicode take longer to
// read than a small file takes to check.
fragment LETTER : [a-zA-Z\uE000] ;
fragment MARK : [\uE001] ;
fragment DIGIT : [0-9] ;
