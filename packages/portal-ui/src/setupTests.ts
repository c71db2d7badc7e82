import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// Pages load lazily, which takes its time the first time.
configure({ asyncUtilTimeout: 15_000 });
jest.setTimeout(60_000);
