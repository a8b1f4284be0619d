/** What the set-up says while it works, on standard error: one line when a part is ready, more only while it is made. */
const nameWidth = 20;
const reminderMs = 20_000;

/**
 * @param {object} [options]
 * @param {boolean} [options.quiet] says nothing about parts that were ready already
 * @param {(line: string) => void} [options.write]
 * @returns {import('./types').Progress}
 */
export function createProgress({ quiet = false, write = (line) => process.stderr.write(`${line}\n`) } = {}) {
  const steps = new Map();
  const line = (name, text) => write(`${`${name} `.padEnd(nameWidth, '.')} ${text}`);
  return {
    say(name, text) {
      steps.set(name, text);
      line(name, text);
    },
    ready(name, ms, detail, made) {
      if (made || !quiet) line(name, `ready (${elapsed(ms)})${detail && `: ${detail}`}`);
    },
    failed(name, ms, { what, why, next }) {
      line(name, `failed (${elapsed(ms)})`);
      write(`  What: ${indent(what)}\n  Why:  ${indent(why)}\n  Next: ${indent(next)}`);
    },
    skipped(name, because) {
      line(name, `not tried: ${because}`);
    },
    remind(name) {
      const start = performance.now();
      const timer = setInterval(() => {
        line(name, `${steps.get(name) ?? 'working'} (${elapsed(performance.now() - start)} so far)`);
      }, reminderMs);
      timer.unref();
      return () => clearInterval(timer);
    },
  };
}

/** Milliseconds as people read them: `4 ms`, `3.1 s`, `2 min 5 s`. @param {number} ms */
export function elapsed(ms) {
  if (ms < 1000) return `${Math.round(ms)} ms`;
  if (ms < 60_000) return `${(ms / 1000).toFixed(1)} s`;
  const whole = Math.round(ms / 1000);
  return `${Math.floor(whole / 60)} min ${whole % 60} s`;
}

function indent(text) {
  return text.replaceAll('\n', '\n        ');
}
