import { Button, useAnnounce } from '@fluentui/react-components';
import { Checkmark20Regular, Copy20Regular } from '@fluentui/react-icons';
import { useEffect, useState } from 'react';
import { shellText } from '../../core/texts/pages/shell.ts';

const SHOWN_MS = 2000;

/** Has a text copied, and says whether it was. `name` is what is copied, in words; `label` stands on the button. */
export function CopyButton(props: {
  readonly name: string;
  readonly label?: string;
  readonly onCopy: () => Promise<boolean>;
}) {
  const { name, label, onCopy } = props;
  const { announce } = useAnnounce();
  const [isCopied, setIsCopied] = useState(false);
  useEffect(() => {
    if (!isCopied) return undefined;
    const timer = setTimeout(() => setIsCopied(false), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [isCopied]);
  const copy = async () => {
    const done = await onCopy();
    setIsCopied(done);
    announce(done ? shellText.copiedNamed(name) : shellText.notCopied(name), { polite: true });
  };
  return (
    <Button
      appearance={label === undefined ? 'subtle' : 'secondary'}
      size={label === undefined ? 'small' : 'medium'}
      icon={isCopied ? <Checkmark20Regular /> : <Copy20Regular />}
      aria-label={label === undefined ? shellText.copyNamed(name) : undefined}
      onClick={() => void copy()}
    >
      {label === undefined ? undefined : isCopied ? shellText.copied : label}
    </Button>
  );
}
