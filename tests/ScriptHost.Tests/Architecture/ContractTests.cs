using ScriptHost.Contract;

namespace ScriptHost.Architecture;

public sealed class ContractTests
{
    [Fact]
    public void The_public_surface_that_scripts_see_is_the_approved_one() =>
        PublicSurface.Of(typeof(Trace).Assembly).ShouldMatchApproved();

    [Fact]
    public void Scripts_can_make_no_trace_span_or_session() =>
        new[] { typeof(Trace), typeof(Span), typeof(Session), typeof(SpanEvent), typeof(Assessment) }
            .Where(t => !t.IsSealed || t.GetConstructors().Length > 0)
            .ShouldBeEmpty();
}
