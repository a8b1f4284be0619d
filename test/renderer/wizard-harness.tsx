import {
  type BoundFunctions,
  act,
  cleanup,
  fireEvent,
  type queries,
  render,
  screen,
  within,
} from '@testing-library/react';
import userEvent, { PointerEventsCheckLevel, type UserEvent } from '@testing-library/user-event';
import type { Goal } from '../../core/goal.ts';
import type { StepId } from '../../core/steps.ts';
import { startText } from '../../core/texts/pages/start.ts';
import { stepTitle } from '../../core/texts/pages/steps.ts';
import type { WizardForm } from '../../core/wizard/form.ts';
import { type Wizard, createWizard } from '../../renderer/actions/wizard.ts';
import { App } from '../../renderer/app.tsx';
import type { WizardState } from '../../renderer/state/state.ts';
import { type FakeBridge, type FakeOptions, fakeBridge } from './fake-bridge.ts';

/** The wizard as an administrator has it before them, with the program behind it replaced by the fake. */
export interface Harness {
  readonly bridge: FakeBridge;
  readonly wizard: Wizard;
  readonly user: UserEvent;
  /** Waits until the page of this heading is open. */
  page(title: string): Promise<HTMLElement>;
  press(button: string | RegExp): Promise<void>;
  next(): Promise<void>;
  /** Chooses the practice deployment, and goes on when it has been read. */
  practise(): Promise<void>;
  /** Chooses a goal and the practice deployment, and waits until that has been read. */
  aimAt(goal: RegExp): Promise<void>;
}

/** Draws the wizard. Each test has its own; what the last one drew is taken away. */
export function openWizard(options: FakeOptions = {}): Harness {
  const { open, harness } = newWizard(options);
  open();
  return harness;
}

/** What was chosen and filled in on the way to a page. */
interface Way {
  readonly goal?: Goal;
  /** The product that a script is prepared for; else the practice deployment has been read. */
  readonly prepared?: string;
  readonly edit?: (form: WizardForm) => WizardForm;
}

/** Draws the wizard at one of its pages, as after the walk there: a test walks where the way is what it asks about. */
export async function wizardAt(step: StepId, options: FakeOptions = {}, way: Way = {}): Promise<Harness> {
  const { open, harness } = await onTheWay(options, way);
  harness.wizard.actions.skipTo(step);
  open();
  await harness.page(headingOf(step, way.goal));
  await act(() => until(harness.wizard, ({ app }) => app !== null));
  return harness;
}

async function onTheWay(options: FakeOptions, { goal, prepared, edit }: Way) {
  const begun = newWizard(options);
  const { actions } = begun.harness.wizard;
  if (goal !== undefined) actions.chooseGoal(goal);
  actions.chooseMode(prepared === undefined ? 'practice' : 'prepare');
  if (prepared !== undefined) actions.chooseProduct(prepared);
  else await until(begun.harness.wizard, ({ deployment }) => deployment.status === 'ready');
  if (edit) actions.edit(edit);
  return begun;
}

/** Resolves once the state is so. */
export function until({ store }: Wizard, isSo: (state: WizardState) => boolean): Promise<void> {
  return new Promise((resolve) => {
    const look = (state: WizardState) => {
      if (!isSo(state)) return;
      stop();
      resolve();
    };
    const stop = store.subscribe(look);
    look(store.getState());
  });
}

/** The heading of a page. */
export function headingOf(step: StepId, goal: Goal = 'set-up'): string {
  return step === 'start' ? startText.heading : stepTitle(step, goal);
}

function newWizard(options: FakeOptions): { readonly open: () => void; readonly harness: Harness } {
  cleanup();
  const bridge = fakeBridge(options);
  const wizard = createWizard(bridge, () => '2024-05-06T10:00:00.000Z');
  const user = userEvent.setup({ delay: null, pointerEventsCheck: PointerEventsCheckLevel.Never });
  const page = (title: string) => screen.findByRole('heading', { level: 1, name: title });
  const press = async (name: string | RegExp) => user.click(await screen.findByRole('button', { name }));
  const next = () => press('Next');
  const choosePractice = async () => {
    await user.click(await screen.findByRole('radio', { name: /Practice deployment/u }));
    await screen.findByText('The deployment has been read');
  };
  const practise = async () => {
    await choosePractice();
    await next();
    await page('Agreement');
  };
  const aimAt = async (goal: RegExp) => {
    await user.click(await screen.findByRole('radio', { name: goal }));
    await choosePractice();
  };
  const harness = { bridge, wizard, user, page, press, next, practise, aimAt };
  return { open: () => void render(<App wizard={wizard} />), harness };
}

/** The Review page of a practice deployment, with its plan on show and no record of a request. */
export async function reviewed(options: FakeOptions = {}): Promise<Harness> {
  const harness = await wizardAt('review', options, WITHOUT_REQUEST);
  await screen.findByText('The whole script');
  return harness;
}

const WITHOUT_REQUEST: Way = { edit: (form) => ({ ...form, keepsRequest: false }) };

/** The Apply page, once the reviewed plan was agreed to. */
export async function applied(options: FakeOptions = {}): Promise<Harness> {
  const { open, harness } = await onTheWay(options, WITHOUT_REQUEST);
  const { actions } = harness.wizard;
  await actions.makePlan();
  actions.skipTo('apply');
  open();
  await harness.page('Apply');
  await act(() => until(harness.wizard, ({ app }) => app !== null));
  await act(() => actions.startRun());
  return harness;
}

/** On the Apply page: asks for the plan to be applied, and agrees to it. */
export async function agree({ press, user }: Harness): Promise<void> {
  await press('Apply 4 changes');
  const question = within(await screen.findByRole('alertdialog'));
  fill(question.getByRole('textbox', { name: 'Type the name Messenger' }), 'Messenger');
  await user.click(question.getByRole('button', { name: 'Apply' }));
}

/** Puts a text into a field at once: it gets the focus, and says what it has become. */
export function fill(field: HTMLElement, text: string): void {
  act(() => field.focus());
  fireEvent.change(field, { target: { value: text } });
}

/** The step list. */
export function stepList(): BoundFunctions<typeof queries> {
  const [list] = within(screen.getByRole('navigation', { name: 'Steps' })).getAllByRole('list');
  if (!list) throw new Error('There is no step list.');
  return within(list);
}
