import postgres from "postgres";
import { Filling } from "./copy";
import { dateText, type Dates } from "./dates";
import { takeOffIndexes } from "./indexes";
import { addMeeting, meetingTables } from "./meetings";
import { addHostOffer, addMeasuredOffers, addTeamOffer, offerTables } from "./offers";
import { addHost, addWorkspace, peopleTables, type Fillings } from "./people";
import { measuredHosts, measuredMeetings, spread, type Size } from "./sizes";

/** Fills an empty migrated database by COPY. */
export async function fill(url: string, size: Size, dates: Dates, log: (line: string) => void) {
  const sql = postgres(url, { max: 10, onnotice: () => {}, prepare: false });
  const step = stopwatch(log);
  try {
    const putOnIndexes = await takeOffIndexes(sql);
    await copyPeople(sql, size, dates);
    await copyOffers(sql, size, dates);
    step("people");
    await copyMeetings(sql, size, dates);
    step("bookings");
    await putOnIndexes();
    step("indexes and constraints");
    await sql.unsafe("vacuum (analyze)");
    step("vacuum and analyze");
  } finally {
    await sql.end();
  }
}

async function copyPeople(sql: postgres.Sql, size: Size, dates: Dates) {
  const people = await open(sql, peopleTables);
  for (let workspace = 0; workspace < size.workspaces; workspace++) addWorkspace(people, workspace);
  for (const host of spread(measuredHosts, size.hosts)) {
    addHost(people, size, dates, host);
    if (host % 200 === 0) await flush(people);
  }
  await close(people);
}

async function copyOffers(sql: postgres.Sql, size: Size, { workdaysInMonth }: Dates) {
  const offers = await open(sql, offerTables);
  addMeasuredOffers(offers, workdaysInMonth.slice(9, 11).map(dateText));
  for (const host of spread(measuredHosts, size.hosts)) {
    addHostOffer(offers, size, host);
    if (host % 200 === 0) await flush(offers);
  }
  for (let workspace = 1; workspace < size.workspaces; workspace++) addTeamOffer(offers, size, workspace);
  await close(offers);
}

async function copyMeetings(sql: postgres.Sql, size: Size, dates: Dates) {
  const meetings = await open(sql, meetingTables);
  for (const number of spread(measuredMeetings, size.bookings)) {
    addMeeting(meetings, size, dates, number);
    if (number % 200 === 0) await flush(meetings);
  }
  await close(meetings);
}

async function open<Tables extends Record<string, string>>(sql: postgres.Sql, tables: Tables) {
  const fillings: Record<string, Filling> = {};
  for (const [table, columns] of Object.entries(tables)) fillings[table] = await Filling.open(sql, table, columns);
  return fillings as Fillings<Tables>;
}

async function flush(fillings: Record<string, Filling>) {
  await Promise.all(Object.values(fillings).map((filling) => filling.flush()));
}

async function close(fillings: Record<string, Filling>) {
  await Promise.all(Object.values(fillings).map((filling) => filling.close()));
}

function stopwatch(log: (line: string) => void) {
  let last = performance.now();
  return (step: string) => {
    log(`  ${step}: ${((performance.now() - last) / 1000).toFixed(1)} s`);
    last = performance.now();
  };
}
