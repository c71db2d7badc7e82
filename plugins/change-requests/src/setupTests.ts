import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';
import { installMatchMedia } from '@internal/portal-ui/testUtils';

installMatchMedia();

// Pages load lazily, which takes its time the first time.
configure({ asyncUtilTimeout: 15_000 });
