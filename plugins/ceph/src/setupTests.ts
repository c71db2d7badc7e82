import '@testing-library/jest-dom';
import { installMatchMedia } from '@internal/portal-ui/testUtils';
import { configure } from '@testing-library/react';

installMatchMedia();

// Pages load lazily, which takes its time the first time.
configure({ asyncUtilTimeout: 15_000 });
jest.setTimeout(60_000);
