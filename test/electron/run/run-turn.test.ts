import { describe, expect, it } from 'vitest';
import { success } from '../../../core/failure.ts';
import { type StopSignals, RunTurn } from '../../../electron/run/run-turn.ts';

const busy = { ok: false, failure: { kind: 'busy' } };

describe('the turn to run something', () => {
  it('is refused while another run begins, and given back when that one could not begin', async () => {
    const turn = new RunTurn(1_000);
    const began = deferred();
    const first = turn.take(async () => {
      await began.promise;
      return success('not begun');
    });
    expect(await turn.take(async () => success('second'))).toEqual(busy);
    began.resolve();
    expect(await first).toEqual(success('not begun'));
    expect(await turn.take(async () => success('third'))).toEqual(success('third'));
  });

  it('is given back when beginning breaks down', async () => {
    const turn = new RunTurn(1_000);
    await expect(turn.take(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect(await turn.take(async () => success('next'))).toEqual(success('next'));
  });

  it('is kept by a run that goes on, until it has ended, however it ends', async () => {
    const turn = new RunTurn(1_000);
    const end = deferred();
    const run = { ended: Promise.resolve() };
    await turn.take(async () => {
      run.ended = turn.run(() => end.promise.then(() => Promise.reject(new Error('ended badly'))));
      return success(null);
    });
    expect(await turn.take(async () => success('second'))).toEqual(busy);
    end.resolve();
    await expect(run.ended).rejects.toThrow('ended badly');
    expect(await turn.take(async () => success('third'))).toEqual(success('third'));
  });

  it('is not taken from the next one by a run that had ended before its own beginning was over', async () => {
    const turn = new RunTurn(1_000);
    const [over, began] = [deferred(), deferred()];
    const first = turn.take(async () => {
      await turn.run(async () => undefined);
      await over.promise;
      return success('first');
    });
    await new Promise((resolve) => setImmediate(resolve));
    const second = turn.take(async () => {
      await began.promise;
      return success('second');
    });
    over.resolve();
    expect(await first).toEqual(success('first'));
    expect(await turn.take(async () => success('third'))).toEqual(busy);
    began.resolve();
    expect(await second).toEqual(success('second'));
  });
});

describe('cancelling', () => {
  it('asks the run to stop first, and ends its command in hand after the time of grace', async () => {
    const turn = new RunTurn(0);
    const told: string[] = [];
    const run = turn.run(({ cancelSignal, forceSignal }: StopSignals) => {
      cancelSignal.addEventListener('abort', () => told.push(`asked, forced: ${forceSignal.aborted}`));
      return new Promise<void>((resolve) => forceSignal.addEventListener('abort', () => resolve()));
    });
    turn.cancel();
    // The timer of the grace does not keep the process alive by itself.
    const alive = setInterval(() => undefined, 10);
    await run;
    clearInterval(alive);
    expect(told).toEqual(['asked, forced: false']);
  });

  it('does nothing when no run goes on', () => {
    expect(() => new RunTurn(0).cancel()).not.toThrow();
  });
});

/** A promise with what settles it; Node 20 has no `Promise.withResolvers`. */
function deferred() {
  const settled = { resolve: (): void => undefined };
  const promise = new Promise<void>((resolve) => (settled.resolve = resolve));
  return { promise, resolve: () => settled.resolve() };
}
