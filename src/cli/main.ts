import { Command } from 'commander';

const program = new Command('parley')
  .description('Compares the memoranda of negotiating sides, clause by clause.')
  .version('0.1.0');

program.parse();
