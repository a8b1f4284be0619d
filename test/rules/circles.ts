import type { Module } from './module-graph.ts';

/** What each name leads to. */
export type Graph = ReadonlyMap<string, ReadonlySet<string>>;

/** The files that import each other in a circle, types counted: a sentence a circle. */
export function circlesOfFiles(modules: readonly Module[]): readonly string[] {
  const edges = filePairs(modules);
  return circlesIn(graphOf(edges)).map((circle) => {
    const [from = '', to = ''] = [circle.at(-1), circle[0]];
    return `${from} imports ${to} and closes a circle: ${[...circle, to].join(' -> ')}`;
  });
}

/**
 * The folders that import each other in a circle, types counted. At each level of the house a folder counts as one, with
 * all that is in it, and a file beside folders as itself. A sentence a circle, with two files for each of its steps.
 */
export function circlesOfFolders(modules: readonly Module[]): readonly string[] {
  const pairs = filePairs(modules);
  return foldersAbove(modules).flatMap((parent) => {
    const steps = pairs
      .map(([from, to]) => ({ from, to, start: childOf(parent, from), end: childOf(parent, to) }))
      .filter(({ start, end }) => start !== null && end !== null && start !== end);
    const graph = graphOf(steps.map(({ start, end }) => [start ?? '', end ?? '']));
    // What goes round among files alone is a circle of files.
    const circles = circlesIn(graph).filter((circle) => circle.some((name) => name.endsWith('/')));
    return circles.map((circle) => {
      const told = circle.map((start, index) => {
        const end = circle[index + 1] ?? circle[0];
        const step = steps.find((one) => one.start === start && one.end === end);
        return `${start} -> ${end} (${step?.from} imports ${step?.to})`;
      });
      return `${told.at(-1)} closes a circle: ${told.join(', ')}`;
    });
  });
}

/**
 * A circle for each knot of a graph, a shortest one, beginning with the first name of the knot; empty when there is none.
 * What leads to itself is a circle of one.
 */
export function circlesIn(graph: Graph): readonly (readonly string[])[] {
  const told = new Set<string>();
  return [...graph.keys()].toSorted().flatMap((start) => {
    if (told.has(start)) return [];
    const circle = shortestCircle(graph, start);
    if (circle === null) return [];
    const back = reachedFrom(reversed(graph), start);
    for (const name of reachedFrom(graph, start)) if (back.has(name)) told.add(name);
    return [circle];
  });
}

/** The shortest way from a name back to itself, without the return; null when there is none. */
function shortestCircle(graph: Graph, start: string): readonly string[] | null {
  const ways: (readonly [string, ...string[]])[] = [[start]];
  const seen = new Set<string>();
  for (const way of ways) {
    for (const next of graph.get(way.at(-1) ?? start) ?? []) {
      if (next === start) return way;
      if (seen.has(next)) continue;
      seen.add(next);
      ways.push([...way, next]);
    }
  }
  return null;
}

function reachedFrom(graph: Graph, start: string): ReadonlySet<string> {
  const reached = new Set([start]);
  for (const name of reached) for (const next of graph.get(name) ?? []) reached.add(next);
  return reached;
}

function reversed(graph: Graph): Graph {
  return graphOf([...graph].flatMap(([from, to]) => [...to].map((end): [string, string] => [end, from])));
}

function graphOf(pairs: readonly (readonly [string, string])[]): Graph {
  const graph = new Map<string, Set<string>>();
  for (const [from, to] of pairs) graph.set(from, (graph.get(from) ?? new Set()).add(to));
  return graph;
}

/** Each import from one file of the house to another. */
function filePairs(modules: readonly Module[]): readonly (readonly [string, string])[] {
  const paths = new Set(modules.map(({ path }) => path));
  return modules.flatMap(({ path, imports }) =>
    imports.flatMap(({ file }): (readonly [string, string])[] =>
      file !== null && paths.has(file) ? [[path, file]] : [],
    ),
  );
}

/** Every folder that holds something, with a `/` at its end; the first is that of the whole house. */
function foldersAbove(modules: readonly Module[]): readonly string[] {
  const folders = modules.flatMap(({ path }) =>
    [...path.matchAll(/\//gu)].map(({ index }) => path.slice(0, index + 1)),
  );
  return ['', ...new Set(folders)].toSorted();
}

/** What of a folder a file belongs to: a folder in it, a file in it, or nothing. */
function childOf(parent: string, path: string): string | null {
  if (!path.startsWith(parent)) return null;
  const end = path.indexOf('/', parent.length);
  return end === -1 ? path : path.slice(0, end + 1);
}
