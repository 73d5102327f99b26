import {describe, expect, test} from 'vitest';
import {takeMinutes} from '../../source/playbook/pieces/minutes.ts';

describe('the length of time in a line', () => {
  test.each([
    ['Overview (10 min)', 'Overview', 10, 10],
    ['Tour (30-40 min)', 'Tour', 30, 40],
    ['Tour (30–40 minutes)', 'Tour', 30, 40],
    ['Tour (30 to 40 mins)', 'Tour', 30, 40],
    ['Tour [~1 h]', 'Tour', 60, 60],
    ['Tour (1h 30m)', 'Tour', 90, 90],
    ['Tour (1 hour and 15 minutes)', 'Tour', 75, 75],
    ['Tour (1.5–2 hours)', 'Tour', 90, 120],
    ['Tour (45 min - 1 h)', 'Tour', 45, 60],
    ['Tour (about 20 min): what is there', 'Tour : what is there', 20, 20],
    ['Agenda ⏱️ 60-90 min', 'Agenda', 60, 90],
    ['Agenda 60-90 min', 'Agenda', 60, 90],
    ['Agenda – 90 min.', 'Agenda', 90, 90],
    ['Agenda: 2h', 'Agenda', 120, 120],
    ['10 min: Overview', 'Overview', 10, 10],
    ['Demo (v2) (5 m)', 'Demo (v2)', 5, 5],
  ])('%s', (line, text, min, max) => {
    expect(takeMinutes(line)).toEqual({text, minutes: {min, max}});
  });

  test.each([
    'Overview',
    'Overview (10)',
    'Overview (10 people)',
    'Check again after 30 minutes',
    'Restores take 15-30 minutes',
    'Answer within 24 h',
    '(10 min)',
    '10 min',
    'Look at 5 metrics',
  ])('there is none in: %s', (line) => {
    expect(takeMinutes(line)).toBeUndefined();
  });
});
