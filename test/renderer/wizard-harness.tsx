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
import { App } from '../../renderer/app.tsx';
import { type Wizard, createWizard } from '../../renderer/actions/wizard.ts';
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
  /** From Agreement to External access policy, without a record of the request. */
  passRequest(): Promise<void>;
  /** From External access policy to Review, with what is filled in already. */
  passConfiguration(): Promise<void>;
}

/** Draws the wizard. Each test has its own; what the last one drew is taken away. */
export function openWizard(options: FakeOptions = {}): Harness {
  cleanup();
  const bridge = fakeBridge(options);
  const wizard = createWizard(bridge, () => '2024-05-06T10:00:00.000Z');
  const user = userEvent.setup({ delay: null, pointerEventsCheck: PointerEventsCheckLevel.Never });
  render(<App wizard={wizard} />);
  const page = (title: string) => screen.findByRole('heading', { level: 1, name: title });
  const press = async (name: string | RegExp) => user.click(await screen.findByRole('button', { name }));
  const next = () => press('Next');
  return {
    bridge,
    wizard,
    user,
    page,
    press,
    next,
    practise: async () => {
      await user.click(await screen.findByRole('radio', { name: /Practice deployment/u }));
      await screen.findByText('The deployment has been read');
      await next();
      await page('Agreement');
    },
    aimAt: async (goal) => {
      await user.click(await screen.findByRole('radio', { name: goal }));
      await user.click(await screen.findByRole('radio', { name: /Practice deployment/u }));
      await screen.findByText('The deployment has been read');
    },
    passRequest: async () => {
      await user.click(screen.getByRole('switch', { name: 'Keep a record of the request' }));
      for (const title of [
        'Contacts',
        'Edge and domains',
        'Network readiness',
        'Confirmation',
        'External access policy',
      ]) {
        await next();
        await page(title);
      }
    },
    passConfiguration: async () => {
      for (const title of ['Access Edge', 'Public provider', 'Review']) {
        await next();
        await page(title);
      }
    },
  };
}

/** The Review page of a practice deployment, with its plan on show and no record of a request. */
export async function reviewed(options: FakeOptions = {}): Promise<Harness> {
  const harness = openWizard(options);
  await harness.practise();
  harness.wizard.actions.edit((form) => ({ ...form, keepsRequest: false }));
  harness.wizard.actions.skipTo('review');
  await harness.page('Review');
  await screen.findByText('The whole script');
  return harness;
}

/** The Apply page, after the plan was agreed to. */
export async function applied(options: FakeOptions = {}): Promise<Harness> {
  const harness = await reviewed(options);
  await harness.next();
  await harness.page('Apply');
  await harness.press('Apply 4 changes');
  const question = within(await screen.findByRole('alertdialog'));
  fill(question.getByRole('textbox', { name: 'Type the name Messenger' }), 'Messenger');
  await harness.user.click(question.getByRole('button', { name: 'Apply' }));
  return harness;
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
