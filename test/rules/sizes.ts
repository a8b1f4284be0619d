import { type Expression, Visitor, parseSync } from 'oxc-parser';

/** The longest that a file, and a function in it, may be. Aim at 250 and 40. */
const LINES = { file: 300, function: 80 } as const;

/** What is too long in a file of that name, each with how long it is. Functions are looked at in TypeScript. */
export function tooLong(path: string, text: string): readonly string[] {
  const lines = linesIn(text);
  // No function is longer than its file, so that short files need not be read.
  const functions = /\.tsx?$/u.test(path) && lines > LINES.function ? functionsIn(path, text) : [];
  return [
    ...(lines > LINES.file ? [`${path} has ${lines} lines`] : []),
    ...functions
      .filter((one) => one.lines > LINES.function)
      .map((one) => `${path}:${one.line} ${one.name} has ${one.lines} lines`),
  ];
}

interface FunctionSize {
  readonly name: string;
  readonly line: number;
  readonly lines: number;
}

/** Every function of a module, those inside of others too, in the order in which they begin. */
export function functionsIn(path: string, text: string): readonly FunctionSize[] {
  const { program, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path} cannot be read: ${errors[0]?.message ?? ''}`);
  const found: FunctionSize[] = [];
  const names = new Map<unknown, string>();
  const add = (node: { start: number; end: number }, name: string | undefined): void => {
    const lines = linesIn(text.slice(node.start, node.end));
    found.push({
      name: name ?? names.get(node) ?? '(without a name)',
      line: linesIn(text.slice(0, node.start + 1)),
      lines,
    });
  };
  const named = (value: Expression | null, { start, end }: { start: number; end: number }): void => {
    if (value) names.set(value, text.slice(start, end));
  };
  new Visitor({
    VariableDeclarator: ({ id, init }) => named(init, id),
    Property: ({ key, value }) => void names.set(value, text.slice(key.start, key.end)),
    PropertyDefinition: ({ key, value }) => named(value, key),
    MethodDefinition: ({ key, value }) => void names.set(value, text.slice(key.start, key.end)),
    FunctionDeclaration: (node) => add(node, node.id?.name),
    FunctionExpression: (node) => add(node, node.id?.name),
    ArrowFunctionExpression: (node) => add(node, undefined),
  }).visit(program);
  return found;
}

/** How many lines a text has; a line end at its end begins none. */
function linesIn(text: string): number {
  return text.replace(/\n$/u, '').split('\n').length;
}
