import * as migration_20261122_025422_initial from './20261122_025422_initial.ts';
import * as migration_20261122_054110_desk from './20261122_054110_desk.ts';
import * as migration_20261122_061024_desk2 from './20261122_061024_desk2.ts';

export const migrations = [
  {
    up: migration_20261122_025422_initial.up,
    down: migration_20261122_025422_initial.down,
    name: '20261122_025422_initial',
  },
  {
    up: migration_20261122_054110_desk.up,
    down: migration_20261122_054110_desk.down,
    name: '20261122_054110_desk',
  },
  {
    up: migration_20261122_061024_desk2.up,
    down: migration_20261122_061024_desk2.down,
    name: '20261122_061024_desk2'
  },
];
