// How many turns did the conversation take? A number, 1 and up. Reads the session.
Scorer.Define(
    (Session session) => session.Count,
    description: "How many turns the conversation took: 1 and up.",
    aggregations: [Aggregation.Mean, Aggregation.P90, Aggregation.Max])
