import { lazy } from 'react';

const loadDeploymentPanel = async () => ({ default: (await import('./start-deployment.tsx')).DeploymentPanel });
const loadProductChoice = async () => ({ default: (await import('./start-product.tsx')).ProductChoice });

/** What the Start page shows once a choice is made; the first page of all does without it. */
export const DeploymentPanel = lazy(loadDeploymentPanel);
export const ProductChoice = lazy(loadProductChoice);

/** Fetches both before they are needed. */
export const START_PART_LOADERS = [loadDeploymentPanel, loadProductChoice] as const;
