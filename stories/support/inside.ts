import { expect, userEvent, waitFor, within } from 'storybook/test';
import type { ElementState, JobApplication } from '../../src/index.js';

/** Queries for what is drawn in the element's shadow root. */
export type View = ReturnType<typeof within<typeof import('@testing-library/dom').queries>>;
