import { posix } from 'node:path';
import { type Program, Visitor, parseSync } from 'oxc-parser';
import { filesIn, textOf } from './sources.ts';

/** One import of a module: what it says, and the file of the project that it means; null for a package. */
interface Import {
  readonly specifier: string;
  readonly file: string | null;
  /** True when nothing of it is left at run time. */
  readonly isType: boolean;
}

/** A module, and all that it imports or hands on. */
export interface Module {
  readonly path: string;
  readonly imports: readonly Import[];
}

/** Every module of the product's own code. */
export function productModules(): readonly Module[] {
  product ??= filesIn(['core', 'electron', 'renderer'], /\.tsx?$/u).map((path) => moduleOf(path, textOf(path)));
  return product;
}
let product: readonly Module[] | null = null;

/** The module that a text is: its imports of values and of types, those that it hands on, and those made when needed. */
export function moduleOf(path: string, text: string): Module {
  const parsed = parseSync(path, text);
  const { module, errors } = parsed;
  if (errors.length > 0) throw new Error(`${path} cannot be read: ${errors[0]?.message ?? ''}`);
  const found = [
    ...module.staticImports.map(({ moduleRequest, start }) => ({
      specifier: moduleRequest.value,
      // `import { type A }` still loads the module.
      isType: /^import\s+type\b/u.test(text.slice(start)),
    })),
    ...module.staticExports.flatMap(({ entries, start }) =>
      entries.flatMap(({ moduleRequest }) =>
        moduleRequest === null
          ? []
          : [{ specifier: moduleRequest.value, isType: /^export\s+type\b/u.test(text.slice(start)) }],
      ),
    ),
    ...module.dynamicImports.map(({ moduleRequest }) => ({
      specifier: text.slice(moduleRequest.start, moduleRequest.end).replaceAll(/^['"`]|['"`]$/gu, ''),
      isType: false,
    })),
    // The syntax tree is asked for where it can hold one only: making it takes long.
    ...(/\bimport\s*\(/u.test(text) ? importedTypes(parsed.program) : []).map((specifier) => ({
      specifier,
      isType: true,
    })),
  ];
  const imports = found.map(({ specifier, isType }) => ({ specifier, isType, file: fileOf(path, specifier) }));
  return { path, imports };
}

/** The modules of types such as `import('x').Name`. */
function importedTypes(program: Program): readonly string[] {
  const found: string[] = [];
  new Visitor({ TSImportType: ({ source }) => void found.push(source.value) }).visit(program);
  return found;
}

function fileOf(path: string, specifier: string): string | null {
  return specifier.startsWith('.') ? posix.join(posix.dirname(path), specifier) : null;
}
