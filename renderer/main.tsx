import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { windowBridge } from './bridge.ts';
import { createWizard } from './actions/wizard.ts';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no root element.');

const wizard = createWizard(windowBridge());
createRoot(root).render(
  <StrictMode>
    <App wizard={wizard} />
  </StrictMode>,
);
