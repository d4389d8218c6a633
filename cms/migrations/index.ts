import * as migration_20261122_025422_initial from './20261122_025422_initial.ts';
import * as migration_20261122_082434_desk from './20261122_082434_desk.ts';
import * as migration_20261122_102203_programs from './20261122_102203_programs.ts';
import * as migration_20261130_094518_programs_papers from './20261130_094518_programs_papers.ts';
import * as migration_20261130_101500_followups from './20261130_101500_followups.ts';
import * as migration_20261130_103151_money from './20261130_103151_money.ts';
import * as migration_20261130_105652_terms from './20261130_105652_terms.ts';
import * as migration_20261130_125337_floods from './20261130_125337_floods.ts';
import * as migration_20261130_132424_several_processes from './20261130_132424_several_processes.ts';
import * as migration_20261130_140413_accounts from './20261130_140413_accounts.ts';
import * as migration_20261130_143203_addresses from './20261130_143203_addresses.ts';
import * as migration_20261130_144017_find_people from './20261130_144017_find_people.ts';
import * as migration_20261130_144452_accepting from './20261130_144452_accepting.ts';
import * as migration_20261130_164850_programs from './20261130_164850_programs.ts';
import * as migration_20261130_171158_office_privacy from './20261130_171158_office_privacy.ts';
import * as migration_20261130_172235_office_transcripts from './20261130_172235_office_transcripts.ts';
import * as migration_20261130_180414_desk from './20261130_180414_desk.ts';
import * as migration_20261130_181745_panel from './20261130_181745_panel.ts';
import * as migration_20261130_182801_programs_readers from './20261130_182801_programs_readers.ts';
import * as migration_20261130_182802_programs_unused from './20261130_182802_programs_unused.ts';
import * as migration_20261130_183237_desk_payers from './20261130_183237_desk_payers.ts';
import * as migration_20261130_194810_programs_changes from './20261130_194810_programs_changes.ts';
import * as migration_20261130_203447_desk_evaluations from './20261130_203447_desk_evaluations.ts';
import * as migration_20261130_210758_panel_safety from './20261130_210758_panel_safety.ts';
import * as migration_20261130_212639_speed from './20261130_212639_speed.ts';

export const migrations = [
  {
    up: migration_20261122_025422_initial.up,
    down: migration_20261122_025422_initial.down,
    name: '20261122_025422_initial',
  },
  {
    up: migration_20261122_082434_desk.up,
    down: migration_20261122_082434_desk.down,
    name: '20261122_082434_desk',
  },
  {
    up: migration_20261122_102203_programs.up,
    down: migration_20261122_102203_programs.down,
    name: '20261122_102203_programs',
  },
  {
    up: migration_20261130_094518_programs_papers.up,
    down: migration_20261130_094518_programs_papers.down,
    name: '20261130_094518_programs_papers',
  },
  {
    up: migration_20261130_101500_followups.up,
    down: migration_20261130_101500_followups.down,
    name: '20261130_101500_followups',
  },
  {
    up: migration_20261130_103151_money.up,
    down: migration_20261130_103151_money.down,
    name: '20261130_103151_money',
  },
  {
    up: migration_20261130_105652_terms.up,
    down: migration_20261130_105652_terms.down,
    name: '20261130_105652_terms',
  },
  {
    up: migration_20261130_125337_floods.up,
    down: migration_20261130_125337_floods.down,
    name: '20261130_125337_floods',
  },
  {
    up: migration_20261130_132424_several_processes.up,
    down: migration_20261130_132424_several_processes.down,
    name: '20261130_132424_several_processes',
  },
  {
    up: migration_20261130_140413_accounts.up,
    down: migration_20261130_140413_accounts.down,
    name: '20261130_140413_accounts',
  },
  {
    up: migration_20261130_143203_addresses.up,
    down: migration_20261130_143203_addresses.down,
    name: '20261130_143203_addresses',
  },
  {
    up: migration_20261130_144017_find_people.up,
    down: migration_20261130_144017_find_people.down,
    name: '20261130_144017_find_people',
  },
  {
    up: migration_20261130_144452_accepting.up,
    down: migration_20261130_144452_accepting.down,
    name: '20261130_144452_accepting',
  },
  {
    up: migration_20261130_164850_programs.up,
    down: migration_20261130_164850_programs.down,
    name: '20261130_164850_programs',
  },
  {
    up: migration_20261130_171158_office_privacy.up,
    down: migration_20261130_171158_office_privacy.down,
    name: '20261130_171158_office_privacy',
  },
  {
    up: migration_20261130_172235_office_transcripts.up,
    down: migration_20261130_172235_office_transcripts.down,
    name: '20261130_172235_office_transcripts',
  },
  {
    up: migration_20261130_180414_desk.up,
    down: migration_20261130_180414_desk.down,
    name: '20261130_180414_desk',
  },
  {
    up: migration_20261130_181745_panel.up,
    down: migration_20261130_181745_panel.down,
    name: '20261130_181745_panel',
  },
  {
    up: migration_20261130_182801_programs_readers.up,
    down: migration_20261130_182801_programs_readers.down,
    name: '20261130_182801_programs_readers',
  },
  {
    up: migration_20261130_182802_programs_unused.up,
    down: migration_20261130_182802_programs_unused.down,
    name: '20261130_182802_programs_unused',
  },
  {
    up: migration_20261130_183237_desk_payers.up,
    down: migration_20261130_183237_desk_payers.down,
    name: '20261130_183237_desk_payers',
  },
  {
    up: migration_20261130_194810_programs_changes.up,
    down: migration_20261130_194810_programs_changes.down,
    name: '20261130_194810_programs_changes',
  },
  {
    up: migration_20261130_203447_desk_evaluations.up,
    down: migration_20261130_203447_desk_evaluations.down,
    name: '20261130_203447_desk_evaluations',
  },
  {
    up: migration_20261130_210758_panel_safety.up,
    down: migration_20261130_210758_panel_safety.down,
    name: '20261130_210758_panel_safety',
  },
  {
    up: migration_20261130_212639_speed.up,
    down: migration_20261130_212639_speed.down,
    name: '20261130_212639_speed'
  },
];
