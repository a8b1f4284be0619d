import type { Module } from './module-graph.ts';

/** What a room may import. A room is a folder, with a `/` at its end, or one file; of several the longest name counts. */
export type Table<Rule> = Readonly<Record<string, Rule>>;

const NODE = 'node:.*';
const UI = String.raw`react|@fluentui/react-(components|icons(/svg/[\w-]+)?)`;
const NO_PACKAGE = /^$/u;

/** Every room, and what it may import beside itself. */
export const ROOMS: Table<readonly string[]> = {
  ...part('core/', [], {
    'goal.ts': '',
    'steps.ts': 'goal.ts',
    'finding.ts': 'steps.ts',
    'failure.ts': 'finding.ts',
    'deployment/': '',
    'domains/': '',
    'formats/': 'failure.ts',
    'answers/': 'deployment/ domains/ failure.ts formats/ goal.ts',
    'plan/': 'answers/ deployment/ domains/ failure.ts finding.ts formats/ goal.ts',
    'wizard/': 'answers/ deployment/ domains/ failure.ts goal.ts steps.ts',
    'provisioning/': 'answers/ formats/',
    'readiness/': 'domains/ failure.ts formats/',
    'contacts/': 'domains/ formats/',
    'run/': 'answers/ deployment/ domains/ failure.ts formats/ goal.ts plan/',
    'report/': 'answers/ deployment/ formats/ goal.ts plan/ provisioning/ readiness/ run/',
    'contract/':
      'contacts/ deployment/ domains/ failure.ts formats/ plan/ provisioning/ readiness/ run/ steps.ts wizard/',
    'texts/':
      'answers/ contacts/ deployment/ domains/ failure.ts formats/ goal.ts plan/ provisioning/ readiness/ report/ run/ steps.ts',
  }),

  ...part('electron/', ['core/'], {
    'powershell/': '',
    'storage/': '',
    'reports/': '',
    'window/': '',
    'launch/': '',
    'network/': 'storage/',
    'deployment/': 'powershell/ storage/',
    'plan/': 'deployment/ storage/',
    'run/': 'deployment/ plan/ powershell/ storage/',
    'setup/': 'deployment/ plan/ run/ storage/',
    'handlers/': 'deployment/ launch/ network/ plan/ powershell/ reports/ setup/ storage/ window/',
    'command-line/': 'deployment/ launch/ network/ plan/ powershell/ reports/ run/ setup/ storage/',
    'main.ts': 'command-line/ handlers/ launch/ window/',
  }),
  'electron/cli.ts': ['electron/command-line/', 'electron/launch/', 'package.json'],
  'electron/preload.ts': ['core/contract/', 'core/failure.ts'],
  // Options say what is asked for, views what is printed; neither does anything, and both know nothing of the commands.
  'electron/command-line/options/': ['core/', 'electron/launch/', 'electron/plan/', 'electron/run/'],
  'electron/command-line/views/': ['core/', 'electron/command-line/output.ts', 'electron/reports/', 'electron/setup/'],

  ...part('renderer/', ['core/'], {
    'state/': '',
    'components/': '',
    'actions/': 'state/',
    'hooks/': 'actions/ components/ state/',
    'shell/': 'components/ hooks/ state/',
    'steps/': 'components/ hooks/ shell/ state/',
    'bridge.ts': '',
    'shell.tsx': 'components/ hooks/ shell/ state/ steps/',
    'app.tsx': 'actions/ hooks/ shell.tsx steps/',
    'main.tsx': 'actions/ app.tsx bridge.ts',
  }),
};

/** The packages that each room may import. */
export const PACKAGES: Table<RegExp> = {
  'core/': whole('zod/mini'),
  'core/domains/': whole('punycode/.*'),
  'core/texts/': NO_PACKAGE,
  'electron/': whole(`${NODE}|zod/mini`),
  'electron/main.ts': whole(`electron|${NODE}`),
  'electron/preload.ts': whole('electron'),
  'electron/window/': whole(`electron|${NODE}`),
  'electron/reports/': whole(NODE),
  'electron/plan/': whole(NODE),
  'electron/powershell/start-shell.ts': whole('node-powershell'),
  'electron/launch/': whole(`${NODE}|env-paths`),
  'electron/storage/': whole(`${NODE}|zod/mini|write-file-atomic`),
  'electron/command-line/': whole(`${NODE}|commander`),
  'electron/command-line/options/': whole(`${NODE}|commander|zod/mini`),
  'electron/command-line/views/': NO_PACKAGE,
  'renderer/': whole(`${UI}|zustand(/.*)?`),
  'renderer/state/': NO_PACKAGE,
  'renderer/components/': whole(UI),
  'renderer/main.tsx': whole('react|react-dom/client'),
};

/** Pages that show a part of another page: the questions about a run that waits for a decision. */
const BORROWED: Table<readonly string[]> = {
  'renderer/steps/start/': ['renderer/steps/apply/'],
  'renderer/steps/report/': ['renderer/steps/apply/'],
};

/** Each import of a file that the room of the importer may not use. */
export function roomBreaches(modules: readonly Module[], rooms: Table<readonly string[]> = ROOMS): readonly string[] {
  return modules.flatMap(({ path, imports }) => {
    const room = roomOf(path, rooms);
    if (room === null) return [`${path} is in no room`];
    const allowed = [room, ...(rooms[room] ?? [])];
    return imports
      .flatMap(({ file }) => (file === null || allowed.some((one) => isIn(file, one)) ? [] : [file]))
      .map((file) => `${path} imports ${file}, but ${room} imports only: ${allowed.join(' ')}`);
  });
}

/** Each import of a package that the room of the importer may not use. */
export function packageBreaches(modules: readonly Module[], packages: Table<RegExp> = PACKAGES): readonly string[] {
  return modules.flatMap(({ path, imports }) => {
    const room = roomOf(path, packages);
    return imports
      .filter(({ file, specifier }) => file === null && !(room !== null && packages[room]?.test(specifier)))
      .map(({ specifier }) => `${path} imports ${specifier}`);
  });
}

/** Each import of one page by another: a page has its own file and its own folder. Only the registry knows them all. */
export function pageBreaches(modules: readonly Module[]): readonly string[] {
  return modules.flatMap(({ path, imports }) => {
    const page = pageOf(path);
    if (page === null || page === 'registry') return [];
    const borrowed = BORROWED[roomOf(path, BORROWED) ?? ''] ?? [];
    return imports
      .flatMap(({ file }) => (file === null ? [] : [file]))
      .filter((file) => ![null, page].includes(pageOf(file)) && !borrowed.some((one) => isIn(file, one)))
      .map((file) => `${path} imports ${file}, which is of another page`);
  });
}

/** The rooms of a table in which there is no module: what was moved or renamed. */
export function emptyRooms(modules: readonly Module[], table: Table<unknown>): readonly string[] {
  return Object.keys(table).filter((room) => !modules.some(({ path }) => isIn(path, room)));
}

/** The room of a table that a file is in: of several the one with the longest name. */
function roomOf(path: string, table: Table<unknown>): string | null {
  const rooms = Object.keys(table).filter((room) => isIn(path, room));
  return rooms.toSorted((one, other) => other.length - one.length)[0] ?? null;
}

function isIn(path: string, room: string): boolean {
  return room.endsWith('/') ? path.startsWith(room) : path === room;
}

function pageOf(path: string): string | null {
  return /^renderer\/steps\/([\w-]+)/u.exec(path)?.[1] ?? null;
}

/** The rooms of one part of the house, by their names in it; each may also import what `always` names. */
function part(
  prefix: string,
  always: readonly string[],
  rooms: Readonly<Record<string, string>>,
): Table<readonly string[]> {
  const rows = Object.entries(rooms).map(([room, names]): [string, readonly string[]] => {
    const others = names === '' ? [] : names.split(' ').map((name) => prefix + name);
    return [prefix + room, [...always, ...others]];
  });
  return Object.fromEntries(rows);
}

function whole(pattern: string): RegExp {
  return new RegExp(`^(${pattern})$`, 'u');
}
