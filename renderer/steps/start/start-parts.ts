import { lazy } from 'react';

const loadDeploymentPart = async () => ({ default: (await import('./start-deployment.tsx')).DeploymentPart });
const loadProductChoice = async () => ({ default: (await import('./start-product.tsx')).ProductChoice });

/** What the Start page shows once a choice is made; the first page of all does without it. */
export const DeploymentPart = lazy(loadDeploymentPart);
export const ProductChoice = lazy(loadProductChoice);

/** Fetches both before they are needed. */
export const START_PART_LOADERS = [loadDeploymentPart, loadProductChoice] as const;
