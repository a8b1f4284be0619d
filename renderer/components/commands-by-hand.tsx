import { makeStyles, tokens } from '@fluentui/react-components';
import { rollbackPlanText as text } from '../../core/texts/pages/rollback-plan.ts';
import { CodeBlock } from './code-block.tsx';
import { CopyButton } from './copy-button.tsx';
import { Section } from './section.tsx';

const useStyles = makeStyles({
  // Apart from each other, so that a command that wraps is not taken for two.
  commands: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXS },
});

/** The commands that take back what a run left standing, for whoever runs them in the management shell. */
export function CommandsByHand(props: {
  readonly commands: readonly string[];
  readonly onCopy: (text: string) => Promise<boolean>;
}) {
  const styles = useStyles();
  const lines = props.commands.join('\n');
  return (
    <Section title={text.byHand} lead={text.byHandLead}>
      <div className={styles.commands}>
        {props.commands.map((command) => (
          <CodeBlock key={command} text={command} />
        ))}
      </div>
      <div>
        <CopyButton name={text.byHand} label={text.copyByHand} onCopy={() => props.onCopy(lines)} />
      </div>
    </Section>
  );
}
