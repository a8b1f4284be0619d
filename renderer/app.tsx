import { AriaLiveAnnouncer, FluentProvider, webDarkTheme, webLightTheme } from '@fluentui/react-components';
import { useEffect } from 'react';
import { afterFirstPaint } from './hooks/after-first-paint.ts';
import { Shell } from './shell.tsx';
import { prefetchPages } from './steps/registry.ts';
import type { Wizard } from './actions/wizard.ts';
import { useMediaQuery } from './hooks/use-media-query.ts';
import { WizardContext } from './hooks/wizard-context.tsx';

/** The whole window: theme by the system's choice, announcements, and the wizard. */
export function App({ wizard }: { readonly wizard: Wizard }) {
  const isDark = useMediaQuery('(prefers-color-scheme: dark)');
  useEffect(() => {
    const { followRuns, followReplication, followReadiness } = wizard.actions;
    const unfollow = [followRuns(), followReplication(), followReadiness()];
    // Everything else waits until the first page has been painted.
    const callOff = afterFirstPaint(() => {
      void wizard.actions.start();
      void prefetchPages();
    });
    return () => {
      for (const end of unfollow) end();
      callOff();
    };
  }, [wizard]);
  return (
    <FluentProvider theme={isDark ? webDarkTheme : webLightTheme}>
      <AriaLiveAnnouncer>
        <WizardContext value={wizard}>
          <Shell />
        </WizardContext>
      </AriaLiveAnnouncer>
    </FluentProvider>
  );
}
