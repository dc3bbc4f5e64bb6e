# Programs over tensors with their values and gradients by PyTorch, one JSON object a line.
import json, random, sys
import torch
import torch.nn.functional as F
torch.set_default_dtype(torch.float64)
rnd = random.Random(14)
cases = []

def tensor(*shape, low=-1.5, high=1.5, away=0.0):
    def one():
        while True:
            x = round(rnd.uniform(low, high), 3)
            if abs(x) >= away: return x
    n = 1
    for s in shape: n *= s
    values = []
    while len(values) < n:
        x = one()
        if x not in values: values.append(x)
    return torch.tensor(values).reshape(shape)

def literal(t):
    return json.dumps(t.tolist()) if t.dim() > 2 else '[' + '; '.join(', '.join(repr(x) for x in row) for row in t.tolist()) + ']'

def case(name, leaves, lines, value):
    """leaves: name -> tensor of two dimensions or more; lines: program; value: function of the leaves giving a scalar."""
    inputs = {k: v.clone().requires_grad_(True) for k, v in leaves.items()}
    L = value(**inputs)
    L.backward()
    program = ''.join('%s = %s\n' % (k, literal(v)) for k, v in leaves.items()) + ''.join(l + '\n' for l in lines)
    for k, v in inputs.items():
        assert v.grad is not None, (name, k)
    cases.append({'name': 'tensor-%s-%d' % (name, len(cases)), 'program': program, 'output': 'L', 'value': [[L.item()]],
                  'gradients': {k: v.grad.tolist() for k, v in inputs.items()}, 'source': 'PyTorch autograd, float64'})

def dims(n, least=1, most=4): return [rnd.randint(least, most) for _ in range(n)]

# broadcasting, entry by entry
ops = {'+': lambda a, b: a + b, '-': lambda a, b: a - b, '*': lambda a, b: a * b, '/': lambda a, b: a / b}
for k in range(24):
    whole = dims(rnd.choice([3, 4]), 2, 4)
    part = [1 if rnd.random() < 0.5 else s for s in whole][rnd.randint(0, len(whole) - 2):]
    op = rnd.choice(list(ops))
    a, b = tensor(*whole), tensor(*part, low=0.5, high=2)
    if rnd.random() < 0.5 and op != '/': a, b = b, a
    case('broadcast', {'A': a, 'B': b}, ['C = A %s B' % op, 'L = sum(tanh(C)*C)'], lambda A, B, op=op: (torch.tanh(ops[op](A, B)) * ops[op](A, B)).sum())
for k in range(6):
    whole = dims(4, 2, 3)
    a, b, c = tensor(*whole), tensor(*[1] + whole[1:2] + [1, 1]), tensor(*whole[2:])
    case('where', {'A': a, 'B': b, 'C': c}, ['L = sum(where(A > 0, A*B, C^2)) + sum(max(A, B, C)) + sum(clip(A + C, -1, 1)*B)'],
         lambda A, B, C: torch.where(A > 0, A * B, C ** 2).sum() + torch.maximum(torch.maximum(A, B), C).sum() + (torch.clamp(A + C, -1, 1) * B).sum())
# products
for k in range(20):
    lead = dims(rnd.choice([1, 2]), 1, 3)
    m, n, p = dims(3, 1, 4)
    la = [1 if rnd.random() < 0.3 else s for s in lead][rnd.randint(0, len(lead)):]
    a, b = tensor(*la, m, n), tensor(*lead, n, p)
    if rnd.random() < 0.5:
        a, b = tensor(*lead, m, n), tensor(*la, n, p)
    case('matmul', {'A': a, 'B': b}, ['C = A @ B', 'L = sum(sin(C)) + mean(C^2)'], lambda A, B: torch.sin(A @ B).sum() + ((A @ B) ** 2).mean())
for k in range(4):
    n, h, t, d = dims(4, 2, 3)
    q, kk, v = tensor(n, h, t, d), tensor(n, h, t, d), tensor(n, h, t, d)
    case('attention', {'Q': q, 'K': kk, 'V': v}, ['S = Q @ K.T/sqrt(%d)' % d, 'P = softmax(S, axis=-1)', 'O = P @ V', 'L = sum(O^3)'],
         lambda Q, K, V, d=d: ((torch.softmax(Q @ K.transpose(-1, -2) / d ** 0.5, -1) @ V) ** 3).sum())
for k in range(4):
    n, t, h, d = dims(4, 2, 3)
    x, w = tensor(n, t, h * d), tensor(h * d, h * d)
    case('heads', {'X': x, 'W': w}, ['Q = permute(reshape(X @ W, %d, %d, %d, %d), 0, 2, 1, 3)' % (n, t, h, d), 'O = reshape(transpose(softmax(Q @ Q.T) @ Q, 1, 2), %d, %d, %d)' % (n, t, h * d), 'L = sum(O*X)'],
         lambda X, W, s=(n, t, h, d): ((lambda Q: (torch.softmax(Q @ Q.transpose(-1, -2), -1) @ Q).transpose(1, 2).reshape(s[0], s[1], s[2] * s[3]))((X @ W).reshape(s).permute(0, 2, 1, 3)) * X).sum())
# reductions
fs = {'sum': lambda a, ax: a.sum(ax, keepdim=True), 'mean': lambda a, ax: a.mean(ax, keepdim=True),
      'var': lambda a, ax: a.var(ax, unbiased=False, keepdim=True), 'std': lambda a, ax: a.std(ax, unbiased=False, keepdim=True),
      'max': lambda a, ax: a.amax(ax, keepdim=True), 'min': lambda a, ax: a.amin(ax, keepdim=True)}
for f in fs:
    for k in range(6):
        whole = dims(rnd.choice([3, 4]), 2, 4)
        axes = sorted(rnd.sample(range(len(whole)), rnd.randint(1, len(whole) - 1)))
        written = [a - len(whole) if rnd.random() < 0.3 else a for a in axes]
        text = str(written[0]) if len(written) == 1 else '(' + ', '.join(map(str, written)) + ')'
        keep = ', keepdims=True' if rnd.random() < 0.4 else ''
        case(f, {'A': tensor(*whole)}, ['B = %s(A, axis=%s%s)' % (f, text, keep), 'L = sum(exp(B)*A)'],
             lambda A, f=f, axes=tuple(axes): (torch.exp(fs[f](A, axes)) * A).sum())
for f, g in {'softmax': torch.softmax, 'log_softmax': torch.log_softmax}.items():
    for k in range(4):
        whole = dims(rnd.choice([3, 4]), 2, 4)
        ax = rnd.randrange(len(whole))
        case(f, {'A': tensor(*whole)}, ['L = sum(%s(A, axis=%d)*A^2)' % (f, ax if k % 2 else ax - len(whole))], lambda A, g=g, ax=ax: (g(A, ax) * A ** 2).sum())
for k in range(3):
    whole = dims(3, 2, 4)
    ax = rnd.randrange(3)
    case('logsumexp', {'A': tensor(*whole)}, ['L = sum(logsumexp(A, axis=%d)^2)' % ax], lambda A, ax=ax: (torch.logsumexp(A, ax) ** 2).sum())
for k in range(4):
    n, c, h, w = dims(4, 2, 3)
    case('spatial-batch-norm', {'X': tensor(n, c, h, w), 'g': tensor(1, c, 1, 1), 'b': tensor(1, c, 1, 1)},
         ['mu = mean(X, axis=(0, 2, 3))', 'v = var(X, axis=(0, 2, 3))', 'Y = g*(X - mu)/sqrt(v + 1e-5) + b', 'L = sum(Y^3)'],
         lambda X, g, b: (F.batch_norm(X, None, None, g.reshape(-1), b.reshape(-1), True, 0.1, 1e-5) ** 3).sum())
# parts and places
for k in range(12):
    whole = dims(rnd.choice([3, 4]), 2, 5)
    text, index = [], []
    for s in whole:
        kind = rnd.randrange(4)
        if kind == 0:
            i = rnd.randrange(-s, s); text.append(str(i)); j = i % s; index.append(slice(j, j + 1))
        elif kind == 1:
            a = rnd.randrange(s); b = rnd.randint(a + 1, s); text.append('%d:%d' % (a, b)); index.append(slice(a, b))
        elif kind == 2:
            text.append('::2'); index.append(slice(None, None, 2))
        else:
            text.append(':'); index.append(slice(None))
    case('slice', {'A': tensor(*whole)}, ['L = sum(A[%s]^3) + sum(A)' % ', '.join(text)], lambda A, index=tuple(index): (A[index] ** 3).sum() + A.sum())
for k in range(4):
    whole = dims(4, 2, 3)
    case('ellipsis', {'A': tensor(*whole)}, ['B = A[…, 0]', 'C = A[1, ...]', 'L = sum(sin(B)) + sum(C^2)'], lambda A: torch.sin(A[..., 0]).sum() + (A[1] ** 2).sum())
for k in range(6):
    whole = dims(rnd.choice([3, 4]), 2, 4)
    order = list(range(len(whole))); rnd.shuffle(order)
    weights = tensor(*[whole[o] for o in order])
    case('permute', {'A': tensor(*whole), 'W': weights}, ['L = sum(permute(A, %s)*W) + sum(A.T^3)' % ', '.join(map(str, order))],
         lambda A, W, order=order: (A.permute(order) * W).sum() + (A.transpose(-1, -2) ** 3).sum())
for k in range(4):
    a, b, c = dims(3, 2, 4)
    case('reshape', {'A': tensor(a, b, c), 'W': tensor(c, a * b)}, ['L = sum(tanh(reshape(A, %d, %d))*W) + sum(reshape(A, %d, -1)^3)' % (c, a * b, a)],
         lambda A, W, s=(a, b, c): (torch.tanh(A.reshape(s[2], s[0] * s[1])) * W).sum() + (A ** 3).sum())
for k in range(6):
    whole = dims(rnd.choice([3, 4]), 2, 3)
    ax = rnd.randrange(len(whole))
    other = list(whole); other[ax] = rnd.randint(1, 3)
    case('concat', {'A': tensor(*whole), 'B': tensor(*other)}, ['C = concat(A, B, axis=%d)' % ax, 'L = sum(C^3) + sum(C[…, 0])'],
         lambda A, B, ax=ax: (torch.cat([A, B], ax) ** 3).sum() + torch.cat([A, B], ax)[..., 0].sum())
for k in range(4):
    whole = dims(rnd.choice([2, 3]), 2, 3)
    ax = rnd.randint(0, len(whole))
    case('stack', {'A': tensor(*whole), 'B': tensor(*whole)}, ['C = stack(A, B, axis=%d)' % ax if ax else 'C = stack(A, B)', 'L = sum(softmax(C, axis=%d)*C)' % ax],
         lambda A, B, ax=ax: (torch.softmax(torch.stack([A, B], ax), ax) * torch.stack([A, B], ax)).sum())
for k in range(4):
    whole = dims(3, 2, 4)
    ax = rnd.randrange(3)
    case('flip', {'A': tensor(*whole)}, ['L = sum(flip(A, axis=%d)*A^2)' % ax], lambda A, ax=ax: (A.flip(ax) * A ** 2).sum())
for k in range(6):
    whole = dims(rnd.choice([3, 4]), 2, 3)
    widths = [rnd.randint(0, 2) for _ in range(2 * rnd.randint(1, len(whole)))]
    case('pad', {'A': tensor(*whole)}, ['B = pad(A, %s)' % ', '.join(map(str, widths)), 'L = sum(exp(B)*B)'], lambda A, widths=widths: (torch.exp(F.pad(A, widths)) * F.pad(A, widths)).sum())
# einsum
for spec, shapes in [('bij,bjk->bik', 2), ('ij,kj->ik', 2), ('bij,bij->b', 2), ('bij->bji', 1), ('bii->b', 1), ('ij,jk,kl->il', 3), ('bhqd,bhkd->bhqk', 2), ('bij->j', 1),
                     ('ij,j->i', 2), ('i,j->ij', 2), ('bij,bkj->', 2), ('abc,abd,acd->bcd', 3), ('bij,i->bj', 2), ('iij->ij', 1), ('bnc,bmc->bnm', 2), ('ab,bc,cd,de->ae', 4)]:
    letters = sorted(set(spec) - set(',->'))
    size = {l: rnd.randint(2, 4) for l in letters}
    groups = spec.split('->')[0].split(',')
    names = 'ABCDE'
    leaves = {}
    for n, g in zip(names, groups):
        t = tensor(*[size[l] for l in g])
        leaves[n] = t.reshape(-1, 1) if len(g) == 1 else t
    def value(spec=spec, groups=groups, **kw):
        return (torch.sin(torch.einsum(spec, *[kw[n].reshape(-1) if len(g) == 1 else kw[n] for n, g in zip(names, groups)]))).sum()
    case('einsum', leaves, ['Y = einsum("%s", %s)' % (spec, ', '.join(leaves)), 'L = sum(sin(Y))'], value)
# convolutions
for k in range(16):
    n, c, f = rnd.randint(1, 2), rnd.randint(1, 3), rnd.randint(1, 3)
    h, w, kh, kw = rnd.randint(3, 6), rnd.randint(3, 6), rnd.randint(1, 3), rnd.randint(1, 3)
    s, p = rnd.randint(1, 2), rnd.randint(0, 1)
    case('conv2d', {'X': tensor(n, c, h, w), 'W': tensor(f, c, kh, kw), 'b': tensor(1, f)}, ['Z = conv2d(X, W, stride=%d, pad=%d) + reshape(b, 1, %d, 1, 1)' % (s, p, f), 'L = sum(tanh(Z)) + mean(Z^2)'],
         lambda X, W, b, s=s, p=p: (lambda Z: torch.tanh(Z).sum() + (Z ** 2).mean())(F.conv2d(X, W, b.reshape(-1), stride=s, padding=p)))
for k in range(4):
    s, p = (rnd.randint(1, 3), rnd.randint(1, 2)), (rnd.randint(0, 2), rnd.randint(0, 1))
    case('conv2d-uneven', {'X': tensor(2, 2, 6, 5), 'W': tensor(3, 2, 2, 3)}, ['Z = conv2d(X, W, stride=%s, pad=%s)' % (s, p), 'L = sum(Z^3)'],
         lambda X, W, s=s, p=p: (F.conv2d(X, W, stride=s, padding=p) ** 3).sum())
for k in range(6):
    n, c, f, l, kk = rnd.randint(1, 2), rnd.randint(1, 3), rnd.randint(1, 3), rnd.randint(4, 7), rnd.randint(1, 3)
    s, p = rnd.randint(1, 2), rnd.randint(0, 2)
    case('conv1d', {'X': tensor(n, c, l), 'W': tensor(f, c, kk)}, ['Z = conv1d(X, W, stride=%d, pad=%d)' % (s, p), 'L = sum(sin(Z))'],
         lambda X, W, s=s, p=p: torch.sin(F.conv1d(X, W, stride=s, padding=p)).sum())
for k in range(5):
    s, p = rnd.randint(1, 3), rnd.randint(0, 1)
    o = rnd.randint(0, s - 1)
    case('conv_transpose2d', {'G': tensor(2, 2, 3, 4), 'W': tensor(2, 3, 3, 2)}, ['X = conv_transpose2d(G, W, stride=%d, pad=%d, output_pad=%d)' % (s, p, o), 'L = sum(X^3)'],
         lambda G, W, s=s, p=p, o=o: (F.conv_transpose2d(G, W, stride=s, padding=p, output_padding=o) ** 3).sum())
for k in range(10):
    size, s = rnd.randint(2, 3), rnd.randint(1, 3)
    p = rnd.randint(0, size // 2)
    own = rnd.random() < 0.4
    args = '%d%s%s' % (size, '' if own else ', stride=%d' % s, ', pad=%d' % p if p else '')
    case('max_pool2d', {'X': tensor(2, 2, 6, 5)}, ['P = max_pool2d(X, %s)' % args, 'L = sum(P^3)'],
         lambda X, size=size, s=None if own else s, p=p: (F.max_pool2d(X, size, s, p) ** 3).sum())
    case('avg_pool2d', {'X': tensor(2, 2, 6, 5)}, ['P = avg_pool2d(X, %s)' % args, 'L = sum(P^3)'],
         lambda X, size=size, s=None if own else s, p=p: (F.avg_pool2d(X, size, s, p) ** 3).sum())
for k in range(3):
    case('network', {'X': tensor(2, 2, 6, 6), 'W1': tensor(3, 2, 3, 3), 'W2': tensor(12, 4)},
         ['H = max_pool2d(silu(conv2d(X, W1)), 2)', 'Z = reshape(H, 2, 12) @ W2', 'Y = onehot([1, 3], 4)', 'L = softmax_cross_entropy(Z, Y)'],
         lambda X, W1, W2: F.cross_entropy(F.max_pool2d(F.silu(F.conv2d(X, W1)), 2).reshape(2, 12) @ W2, torch.tensor([1, 3])))
# look-ups
for k in range(6):
    v, d, n = rnd.randint(3, 6), rnd.randint(1, 4), rnd.randint(2, 6)
    idx = [rnd.randrange(v) for _ in range(n)]
    case('look-up', {'W': tensor(v, d), 'U': tensor(n, d)}, ['const idx = %s' % idx, 'E = W[idx, :]', 'L = sum(tanh(E)*U)'],
         lambda W, U, idx=idx: (torch.tanh(W[idx]) * U).sum())
for k in range(3):
    idx = [[rnd.randrange(5) for _ in range(3)] for _ in range(2)]
    case('look-up-batch', {'W': tensor(5, 4)}, ['E = W[[%s], :]' % '; '.join(', '.join(map(str, r)) for r in idx), 'L = sum(E^3) + sum(mean(E, axis=1)^2)'],
         lambda W, idx=idx: (W[torch.tensor(idx)] ** 3).sum() + (W[torch.tensor(idx)].mean(1) ** 2).sum())
for k in range(3):
    idx = [rnd.randrange(3) for _ in range(4)]
    case('look-up-tensor', {'A': tensor(2, 3, 4)}, ['B = A[:, %s, :]' % idx, 'L = sum(B^3)'], lambda A, idx=idx: (A[:, idx] ** 3).sum())
for k in range(4):
    n, c = rnd.randint(2, 4), rnd.randint(2, 5)
    y = [rnd.randrange(c) for _ in range(n)]
    case('pick', {'Z': tensor(n, c)}, ['L = -mean(pick(log_softmax(Z), %s))' % y], lambda Z, y=y: F.cross_entropy(Z, torch.tensor(y)))

with open(sys.argv[1], 'w') as out:
    for c in cases:
        out.write(json.dumps(c, separators=(', ', ': ')) + '\n')
print(len(cases), 'programs')
