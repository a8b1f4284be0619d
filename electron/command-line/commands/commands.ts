/**
 * This folder does what a command is for: each command calls the services, has the result printed by its view, and
 * returns the exit code. What it is asked for comes from `options/`.
 */
import type { CommandBody } from '../context.ts';
import type { CommandName } from '../options/deployment-options.ts';
import { applyCommand } from './apply-command.ts';
import { planCommand, scriptCommand } from './plan-commands.ts';
import { detectCommand, showCommand, snapshotCommand } from './reading-commands.ts';
import { replicateCommand } from './replicate-command.ts';
import { resumeCommand, rollbackCommand, runsCommand } from './run-commands.ts';
import { reportCommand, verifyCommand } from './verify-commands.ts';

/** The commands that work on a deployment. */
export const COMMANDS: Readonly<Record<CommandName, CommandBody>> = {
  detect: detectCommand,
  snapshot: snapshotCommand,
  plan: planCommand,
  script: scriptCommand,
  apply: applyCommand,
  verify: verifyCommand,
  show: showCommand,
  report: reportCommand,
  runs: runsCommand,
  resume: resumeCommand,
  rollback: rollbackCommand,
  replicate: replicateCommand,
};
