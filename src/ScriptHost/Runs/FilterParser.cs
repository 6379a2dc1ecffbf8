using System.Globalization;
using ScriptHost.Contract;

namespace ScriptHost.Runs;

/// <summary>Turns the tokens of a filter into conditions, all of which must hold.</summary>
/// <param name="tokens">The tokens, to be read from the start.</param>
internal sealed class FilterParser(FilterCursor tokens)
{
    private const string TextOperators = "=, !=, IN, NOT IN, LIKE, ILIKE, RLIKE, IS NULL or IS NOT NULL";
    private const string NumberOperators = "=, !=, >, >=, <, <=, IS NULL or IS NOT NULL";

    /// <summary>The conditions, at least one.</summary>
    /// <exception cref="FormatException">The tokens are no filter.</exception>
    public IReadOnlyList<Func<TraceContent, bool>> Conditions()
    {
        var conditions = new List<Func<TraceContent, bool>> { Condition() };
        while (tokens.Current.Kind != FilterTokenKind.End)
        {
            Join();
            conditions.Add(Condition());
        }

        return conditions;
    }

    private void Join()
    {
        if (tokens.Current.Is("OR"))
        {
            throw tokens.Current.Fault("there is no OR; conditions are joined by AND.");
        }

        if (!tokens.Taken("AND"))
        {
            throw tokens.Current.Unexpected("AND or the end");
        }
    }

    private Func<TraceContent, bool> Condition()
    {
        var identifier = tokens.Take();
        if (identifier.Kind is FilterTokenKind.Open)
        {
            throw identifier.Fault("there are no parentheses around conditions; they are joined by AND.");
        }

        if (identifier.Kind is not (FilterTokenKind.Word or FilterTokenKind.Name))
        {
            throw identifier.Unexpected("an identifier, as in state = 'ERROR' or tags.env = 'prod'");
        }

        var target = FilterTargets.Of(identifier);
        if (tokens.Taken("IS"))
        {
            var wantsValue = tokens.Taken("NOT");

            return tokens.Taken("NULL") ? trace => target.IsMissing(trace) != wantsValue : throw tokens.Current.Unexpected(wantsValue ? "NULL" : "NULL or NOT NULL");
        }

        return target switch
        {
            FilterTarget.Number number => NumberCondition(number),
            FilterTarget.Text text => TextCondition(text),
            _ => throw new InvalidOperationException($"No condition is known for {target}."),
        };
    }

    private Func<TraceContent, bool> NumberCondition(FilterTarget.Number target)
    {
        var sign = tokens.Sign(target.Name, NumberOperators);
        var value = NumberValue(target);
        Func<double, bool> holds = sign.Text switch
        {
            "=" => number => number == value,
            "!=" => number => number != value,
            ">" => number => number > value,
            ">=" => number => number >= value,
            "<" => number => number < value,
            "<=" => number => number <= value,
            _ => throw sign.Unexpected(NumberOperators),
        };

        return trace => target.Read(trace) is { } number && holds(number);
    }

    private Func<TraceContent, bool> TextCondition(FilterTarget.Text target)
    {
        var holds = TextTest(target);

        return trace => target.Read(trace) is { } text && holds(text);
    }

    private Func<string, bool> TextTest(FilterTarget.Text target)
    {
        if (tokens.Taken("LIKE"))
        {
            return FilterPattern.Like(tokens.Text().Text, ignoreCase: false).IsMatch;
        }

        if (tokens.Taken("ILIKE"))
        {
            return FilterPattern.Like(tokens.Text().Text, ignoreCase: true).IsMatch;
        }

        if (tokens.Taken("RLIKE"))
        {
            return FilterPattern.RegularExpression(tokens.Text()).IsMatch;
        }

        if (tokens.Taken("IN"))
        {
            return TextList(target).Contains;
        }

        if (tokens.Taken("NOT"))
        {
            var refused = tokens.Taken("IN") ? TextList(target) : throw tokens.Current.Unexpected("IN, as in NOT IN ('a', 'b')");

            return text => !refused.Contains(text);
        }

        var sign = tokens.Sign(target.Name, TextOperators);
        if (sign.Text is not ("=" or "!="))
        {
            throw sign.Fault($"'{target.Name}' is a text, which '{sign.Text}' cannot compare; it takes {TextOperators}.");
        }

        var value = TextValue(target);

        return sign.Text == "=" ? text => text == value : text => text != value;
    }

    private HashSet<string> TextList(FilterTarget.Text target)
    {
        if (tokens.Take() is { Kind: not FilterTokenKind.Open } found)
        {
            throw found.Unexpected("a list, as in ('a', 'b')");
        }

        var values = new HashSet<string>(StringComparer.Ordinal);
        while (true)
        {
            values.Add(TextValue(target));
            var next = tokens.Take();
            if (next.Kind == FilterTokenKind.Close)
            {
                return values;
            }

            if (next.Kind != FilterTokenKind.Comma)
            {
                throw next.Unexpected("',' or ')'");
            }
        }
    }

    private string TextValue(FilterTarget.Text target)
    {
        var token = tokens.Text();
        if (target.Known.Count == 0)
        {
            return token.Text;
        }

        return target.Known.FirstOrDefault(k => k.Equals(token.Text, StringComparison.OrdinalIgnoreCase))
            ?? throw token.Fault($"'{target.Name}' is never '{token.Text}'; it is one of {string.Join(", ", target.Known)}.{Suggestion.Sentence(token.Text, target.Known)}");
    }

    private double NumberValue(FilterTarget.Number target)
    {
        var token = tokens.Take();
        if (token.Kind == FilterTokenKind.Number)
        {
            return double.Parse(token.Text, CultureInfo.InvariantCulture);
        }

        return target.IsTime && token.Kind == FilterTokenKind.Text && Moment(token.Text) is { } moment
            ? moment.ToUnixTimeMilliseconds()
            : throw token.Unexpected(target.IsTime ? "milliseconds since 1970 or a date, such as '2026-11-22T14:30:00Z'" : "a number of milliseconds");
    }

    private static DateTimeOffset? Moment(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment : null;
}
