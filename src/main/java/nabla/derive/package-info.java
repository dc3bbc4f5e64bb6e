/**
 * Worked derivations. Read {@link nabla.derive.Deriver} first. The graph between a quantity and what it is differentiated by is copied with a name for every node on the way
 * ({@link nabla.derive.Way}); each node's definition gives local derivatives ({@link nabla.derive.Link}); these are multiplied along
 * paths and added up over them, or, where there are matrices or too many paths, carried backwards node by node.
 */
package nabla.derive;
