import '@testing-library/jest-dom';
import { installMatchMedia } from './__testUtils__/installMatchMedia';

installMatchMedia();
