/** What the modules of the set-up hand to each other. */

/** What every part knows about its surroundings. Tests make one of a temporary folder. */
export interface Context {
  /** The checkout. */
  root: string;
  /** The environment that programs are looked up in and started with. */
  env: NodeJS.ProcessEnv;
  /** Where the system's own files are: `/`. */
  systemRoot: string;
  platform: NodeJS.Platform;
  arch: string;
  /** Whether this process may install system packages. */
  isRoot: boolean;
  /** Whether a window can be shown to someone. */
  hasDisplay: boolean;
  /** What the parts that are ready provide, by name (`electronPath`); for the parts that need them. */
  values: Record<string, string>;
}

/** What a part provides, and a word about it. */
interface Found {
  values?: Record<string, string>;
  detail?: string;
}

/** What making a part may use. */
interface Job {
  /** An empty folder of its own; nothing in it is ever trusted. */
  scratch: string;
  say: (text: string) => void;
  /** Runs a program that has to work and ends with the part; its standard output, or a PartFailure. */
  run: (command: string, args: string[], options?: CaptureOptions) => Promise<string>;
}

/** A way to have a part. One without `make` is only looked for. */
export interface Way {
  name: string;
  /** A quick look: undefined when it has to be made. */
  find: (context: Context) => Found | undefined | Promise<Found | undefined>;
  /** Makes it so that `find` finds it, or throws a PartFailure. */
  make?: (context: Context, job: Job) => Promise<void>;
}

export interface Part extends Required<Way> {
  /** The names of parts that come first; those left out of a set-up are not waited for. */
  needs: string[];
  /** Its failure does not fail the set-up. */
  optional?: boolean;
  /** What did not work when it fails, as a sentence. */
  what: string;
  /** The next action when it fails. */
  next: string;
}

/** How a program is run whose output is collected. */
export interface CaptureOptions {
  cwd?: string;
  /** The whole environment of the program. */
  env?: NodeJS.ProcessEnv;
  /** The longest total time; ten minutes unless given. */
  timeoutMs?: number;
  /** Told the leader of the program's process group before anything is awaited. */
  onStart?: (pid: number) => void;
  /** Calls back when that time is over, unless what it returns is called before. */
  timer?: (ms: number, onEnd: () => void) => () => void;
}

/** How a captured program ended. */
export interface Outcome {
  /** Whether it exited with 0. */
  ok: boolean;
  /** Its exit code; null when it did not start or was ended. */
  code: number | null;
  /** Everything that it wrote. */
  stdout: string;
  stderr: string;
  /** Empty when ok, otherwise one or more lines for people. */
  reason: string;
}

/** What a command wants of the set-up; parts are named. */
export interface PrepareOptions {
  /** These parts; all of them unless given. */
  only?: string[];
  /** With what tests alone need. */
  forTests?: boolean;
  /** Those of them whose failure is no failure. */
  optional?: string[];
  /** Says nothing about parts that were ready already. */
  quiet?: boolean;
}

/** What the set-up tells about its parts, by their names. */
export interface Progress {
  /** A step of a part that is being made. */
  say: (name: string, text: string) => void;
  ready: (name: string, ms: number, detail: string, made: boolean) => void;
  failed: (name: string, ms: number, problem: { what: string; why: string; next: string }) => void;
  skipped: (name: string, because: string) => void;
  /** Repeats the last step's text from time to time until called. */
  remind: (name: string) => () => void;
}

/** How many tests of a suite passed and failed. */
export interface SuiteCount {
  name: string;
  passed: number;
  failed: number;
  /** What else there is to say of it; empty when nothing. */
  remark: string;
  ms: number;
}

/** A program that plays test suites; its output is kept, to be shown when something failed. */
export interface SuiteProgram {
  name: string;
  suites: string[];
  run: (
    context: Context,
    env: NodeJS.ProcessEnv,
    suites: string[],
  ) => Promise<{ counts: SuiteCount[]; output: string }>;
}
