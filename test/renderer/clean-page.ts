import { cleanup } from '@testing-library/react';
import { afterEach } from 'vitest';

// The files of a worker share one page: what a test has drawn is taken away before the next one looks.
afterEach(cleanup);

// Pages without their style sheets: what is asked here does not depend on them, and working out styles from thousands of
// rules takes half of the time. How pages look is tested in the real window.
CSSStyleSheet.prototype.insertRule = () => 0;
