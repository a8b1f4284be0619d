import { defaultDataDir, defaultPracticeStatePath } from '../../../electron/launch/data-folders.ts';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commandLineOf, readLaunchOptions } from '../../../electron/launch/launch-options.ts';

const read = (args: readonly string[], env: NodeJS.ProcessEnv = {}) => readLaunchOptions(args, env, '/home/admin/data');

describe('the options of the window', () => {
  it('has a value for everything when nothing is given', () => {
    expect(read([])).toEqual({
      ok: true,
      value: {
        deployment: null,
        practiceProfile: 'lync2013-cu5',
        practiceStatePath: join('/home/admin/data', 'practice', 'state.json'),
        practiceFaultsPath: null,
        dataDir: '/home/admin/data',
        powershellOverride: null,
        programData: null,
        extraRootsPath: null,
        rendererUrl: null,
      },
    });
  });

  it('reads each of its switches, in both forms', () => {
    const args = [
      '--deployment',
      'practice',
      '--data-dir=/d',
      '--practice-state',
      '/s.json',
      '--practice-faults=/f.json',
    ];
    expect(read(args)).toMatchObject({
      ok: true,
      value: { deployment: 'practice', dataDir: '/d', practiceStatePath: '/s.json', practiceFaultsPath: '/f.json' },
    });
  });

  it.each(['lync2010', 'lync2013-rtm', 'sfb2015', 'sfb2019'])(
    'keeps the practice deployment of %s apart',
    (profile) => {
      expect(read(['--practice-profile', profile])).toMatchObject({
        value: {
          practiceProfile: profile,
          practiceStatePath: join('/home/admin/data', 'practice', `${profile}.json`),
        },
      });
    },
  );

  it('passes over what belongs to Electron, Chromium and the development start', () => {
    const args = [
      '--inspect=0',
      '--remote-debugging-port=0',
      '-r',
      '/loader.js',
      '--no-sandbox',
      '/checkout',
      '--lang=de',
    ];
    expect(read([...args, '--deployment', 'local'])).toMatchObject({ ok: true, value: { deployment: 'local' } });
  });

  it('reads the engine and the development server from the environment, an empty one as none', () => {
    const env = { SKYPE_FEDERATION_POWERSHELL: '/opt/pwsh', ELECTRON_RENDERER_URL: '' };
    expect(read([], env)).toMatchObject({ ok: true, value: { powershellOverride: '/opt/pwsh', rendererUrl: null } });
  });

  it.each([
    [['--deployment', 'production'], '--deployment is "local" or "practice", not "production".'],
    [
      ['--practice-profile', 'exchange'],
      '--practice-profile is one of: lync2010, lync2013-rtm, lync2013-cu5, sfb2015, sfb2019; not "exchange".',
    ],
    [['--data-dir'], '--data-dir needs a value.'],
    [['--data-dir='], '--data-dir needs a value.'],
    [['--data-dir', '--deployment', 'local'], '--data-dir needs a value.'],
  ])('says what is wrong with %j', (args, problem) => {
    expect(read(args)).toEqual({ ok: false, failure: problem });
  });

  it('keeps each product that is practised with in a file of its own, and the first one where it has always been', () => {
    expect(defaultPracticeStatePath('/d', 'lync2013-cu5')).toBe(join('/d', 'practice', 'state.json'));
    expect(defaultPracticeStatePath('/d', 'sfb2019')).toBe(join('/d', 'practice', 'sfb2019.json'));
  });

  it('keeps data in a folder of its own by default', () => {
    expect(defaultDataDir()).toContain('Skype Federation Setup');
  });
});

describe('the packaged program', () => {
  it.each([[['detect']], [['no-such-command', '--json']], [['--help']], [['--version']]])(
    'runs %j as a command',
    (args) => {
      expect(commandLineOf(args)).toEqual(args);
    },
  );

  it('finds the command behind switches of Chromium', () => {
    expect(commandLineOf(['--no-sandbox', '--ozone-platform=headless', 'plan', '--json'])).toEqual(['plan', '--json']);
  });

  it.each([[[]], [['--deployment', 'practice']], [['--no-sandbox', '--data-dir=/d']], [['--no-sandbox']]])(
    'opens the window for %j',
    (args) => {
      expect(commandLineOf(args)).toBeNull();
    },
  );
});
