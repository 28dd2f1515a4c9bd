/** A short article of our own, about nobody real. */
export const SAMPLE = `Harbour town votes to keep its night ferry
By Nora Feld
KELLSUND, March 3 – The council of Kellsund voted on Tuesday to keep the night ferry to the outer islands running for two more years, after a debate that lasted until midnight.
“People here do not live by daylight alone,” said Mayor Ingrid Solheim, who had campaigned for the line. “A nurse on the late shift has the same right to get home as anyone else.”
The ferry carries about 90 passengers a night and costs the town €1.4 million a year. The operator, Northline, needs new money to keep the service running.
Councillor Peter Aske voted against the plan. He said the town was buying “a very expensive habit” and that the money should go to schools.
“We keep postponing the same decision,” he added. “In two years we will stand here again.”
Solheim replied that such talk was “a counsel of despair.” According to the University of Bergvik, every night crossing saves the islands about 40 car journeys.
A spokeswoman for Northline, Anna Lindqvist, said the company was “relieved, for now.” She noted that two of its ships need new engines before the winter.
Outside the town hall, residents welcomed the vote. “I have taken that boat for thirty years,” said Jonas Vik, 61, a retired baker. “I hope I will take it for ten more.”
The musical “The Last Ferry,” written by pupils of the island school, opens in Kellsund on Friday.
`;
