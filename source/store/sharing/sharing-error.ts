import {Problem} from '../../problem.ts';

/** Something from elsewhere that was not taken in; the message says why. */
export class SharingError extends Problem {
  override name = 'SharingError';
}
