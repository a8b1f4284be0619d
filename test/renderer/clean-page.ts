import { cleanup } from '@testing-library/react';
import { afterEach } from 'vitest';

// The files of a worker share one page: what a test has drawn is taken away before the next one looks.
afterEach(cleanup);
