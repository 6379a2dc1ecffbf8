namespace ScriptHost.Benchmarks.Contenders;

/// <summary>The work of <see cref="Work"/> as a scorer, for jq and for node.</summary>
internal static class LengthScripts
{
    /// <summary>The root's outputs, one line a trace.</summary>
    public const string Jq =
        """
        "\(.info.trace_id)\t\(first(.data.spans[] | select(.parent_span_id == null)) | .attributes["mlflow.spanOutputs"] | fromjson | length)"
        """;

    /// <summary>The same for node: chunks of bytes, lines, <c>JSON.parse</c>.</summary>
    public const string Node =
        """
        const fs = require('node:fs')
        const input = fs.openSync(process.argv[2], 'r')
        let buffer = Buffer.alloc(1 << 22)
        let length = 0
        let lines = []

        function flush() {
            if (lines.length) fs.writeSync(1, lines.join(''))
            lines = []
        }

        for (let count; (count = fs.readSync(input, buffer, length, buffer.length - length)) > 0;) {
            length += count
            let from = 0
            for (let end; (end = buffer.subarray(0, length).indexOf(10, from)) >= 0; from = end + 1) {
                const trace = JSON.parse(buffer.toString('utf8', from, end))
                const root = trace.data.spans.find(s => s.parent_span_id === null)
                lines.push(`${trace.info.trace_id}\t${JSON.parse(root.attributes['mlflow.spanOutputs']).length}\n`)
                if (lines.length === 1000) flush()
            }

            buffer.copy(buffer, 0, from, length)
            length -= from
        }

        flush()
        """;

    /// <summary>A scorer's script.</summary>
    public static string Scorer(Work work) => work switch
    {
        Work.Outputs => "Scorer.Define((string outputs) => outputs.Length, aggregations: [Aggregation.Sum])\n",
        Work.Steps =>
            """
            Scorer.Define(
                (Trace trace) => trace.Spans.Sum(s => s.Name.Length + (s.Type ?? "").Length + ((s.EndTimeUnixNano - s.StartTimeUnixNano) / 1_000_000)),
                aggregations: [Aggregation.Sum])
            """,
        _ =>
            """
            static long Size(JsonNode? value) => value switch
            {
                JsonArray items => items.Count,
                JsonObject members => members.Count,
                JsonValue text => text.GetValue<string>().Length,
                _ => 0,
            };

            return Scorer.Define(
                (Trace trace) => trace.Spans.Sum(s =>
                    s.Name.Length + (s.Type ?? "").Length + ((s.EndTimeUnixNano - s.StartTimeUnixNano) / 1_000_000) + Size(s.Outputs)),
                aggregations: [Aggregation.Sum]);
            """,
    };
}
