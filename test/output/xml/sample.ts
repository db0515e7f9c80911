import type { Header, Person, Return } from '../../../src/return/index.js';

/** A header with its items out of order, as a record may hold them. */
export const header: Header = {
  Source: {
    LEA: '830',
    SourceLevel: 'L',
    SoftwareCode: 'sen2kit',
    SerialNo: '001',
    DateTime: '2024-01-18T09:00:00',
    DMO: 'Y',
    DCO: 'N',
  },
  CollectionDetails: { ReferenceDate: '2024-01-18', Year: '2024', Collection: 'SEN2' },
};

/** A person with every shape a record can have: lists, an empty list, an empty container, an empty item, an absent one. */
export const person: Person = {
  Requests: [
    {
      ActivePlans: {
        LastReview: '2023-05-01',
        SENneed: [
          { SENtypeRank: '1', SENtype: 'ASD' },
          { SENtype: 'MLD', SENtypeRank: '2' },
        ],
        PlacementDetail: [],
      },
      Assessment: {},
      RequestOutcome: 'H',
    },
  ],
  Forename: 'Zoë & Ana',
  Surname: "O'Neil <x>",
  UPN: '',
};

export const ret: Return = { Persons: { Person: [person, { Surname: 'B', Requests: [] }] }, Header: header };

export const xml2024 = `<?xml version="1.0" encoding="UTF-8"?>
<Message>
  <Header>
    <CollectionDetails>
      <Collection>SEN2</Collection>
      <Year>2024</Year>
      <ReferenceDate>2024-01-18</ReferenceDate>
    </CollectionDetails>
    <Source>
      <SourceLevel>L</SourceLevel>
      <LEA>830</LEA>
      <SoftwareCode>sen2kit</SoftwareCode>
      <SerialNo>001</SerialNo>
      <DateTime>2024-01-18T09:00:00</DateTime>
      <DMO>Y</DMO>
      <DCO>N</DCO>
    </Source>
  </Header>
  <Persons>
    <Person>
      <Surname>O'Neil &lt;x&gt;</Surname>
      <Forename>Zoë &amp; Ana</Forename>
      <UPN/>
      <Requests>
        <RequestOutcome>H</RequestOutcome>
        <Assessment/>
        <ActivePlans>
          <SENneed>
            <SENtype>ASD</SENtype>
            <SENtypeRank>1</SENtypeRank>
          </SENneed>
          <SENneed>
            <SENtype>MLD</SENtype>
            <SENtypeRank>2</SENtypeRank>
          </SENneed>
          <LastReview>2023-05-01</LastReview>
        </ActivePlans>
      </Requests>
    </Person>
    <Person>
      <Surname>B</Surname>
    </Person>
  </Persons>
</Message>
`;
