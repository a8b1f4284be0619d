import { rollbackPlanText as text } from '../../core/texts/pages/rollback-plan.ts';
import { CodeBlock } from './code-block.tsx';
import { CopyButton } from './copy-button.tsx';
import { Section } from './section.tsx';

/** The commands that take back what a run left standing, for whoever runs them in the management shell. */
export function CommandsByHand(props: {
  readonly commands: readonly string[];
  readonly onCopy: (text: string) => Promise<boolean>;
}) {
  const lines = props.commands.join('\n');
  return (
    <Section title={text.byHand} lead={text.byHandLead}>
      <CodeBlock text={lines} />
      <div>
        <CopyButton name={text.byHand} label={text.copyByHand} onCopy={() => props.onCopy(lines)} />
      </div>
    </Section>
  );
}
