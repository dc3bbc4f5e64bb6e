grammar Nabla;
script : EOF ;
WS : [ \t]+ -> skip ;
