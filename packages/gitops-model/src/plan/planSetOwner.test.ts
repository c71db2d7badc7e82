import {
  ada,
  createApp,
  petra,
  plan,
  profile,
  repository,
} from '../__testUtils__/readFixture';
import { outline } from '../__testUtils__/outline';
