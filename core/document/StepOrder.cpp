#include "core/document/Expression.h"
#include "core/document/Nearest.h"
#include "core/document/PipelineView.h"

#include <algorithm>

namespace atelier {

namespace {

struct Edge
{
    std::size_t from = 0; ///< the step that is read
    std::string_view input; ///< of the step that reads
};

/// Which steps each step reads.
class StepGraph
{
public:
    explicit StepGraph(const PipelineView &pipeline)
        : m_pipeline(pipeline)
    {
        std::unordered_map<std::string_view, std::size_t> numbers;
        for (const auto &[name, step] : pipeline.job.jobs) {
            numbers.emplace(name, m_names.size());
            m_names.push_back(name);
        }
        for (const auto &[name, step] : pipeline.job.jobs)
            m_edges.push_back(edgesOf(step, numbers));
    }

    void reportCycles()
    {
        m_colours.assign(m_names.size(), Colour::New);
        for (std::size_t step = 0; step < m_names.size(); ++step)
            if (m_colours[step] == Colour::New && !walk(step))
                return; // one cycle is enough: the others mostly share its steps
    }

private:
    enum class Colour { New, Open, Closed };

    struct Visit
    {
        std::size_t step;
        std::size_t next = 0;
    };

    static std::vector<Edge> edgesOf(
        const PipelineStep &step, const std::unordered_map<std::string_view, std::size_t> &numbers)
    {
        std::vector<Edge> edges;
        for (const auto &[input, value] : step.inputs) {
            if (!hasExpression(value.value))
                continue;
            const Result<std::vector<Binding>> bindings = bindingsIn(value.value);
            if (!bindings)
                continue;
            for (const Binding &binding : *bindings)
                if (const auto *output = std::get_if<StepOutput>(&binding))
                    if (const auto found = numbers.find(output->step); found != numbers.end())
                        edges.push_back({found->second, input});
        }
        return edges;
    }

    /// Depth first without recursion, as pipelines may be chains of thousands; false where a cycle was
    /// reported.
    bool walk(std::size_t start)
    {
        std::vector<Visit> open{{start}};
        m_colours[start] = Colour::Open;
        while (!open.empty()) {
            Visit &visit = open.back();
            if (visit.next == m_edges[visit.step].size()) {
                m_colours[visit.step] = Colour::Closed;
                open.pop_back();
                continue;
            }
            const Edge &edge = m_edges[visit.step][visit.next++];
            if (m_colours[edge.from] == Colour::Open)
                return report(open, edge);
            if (m_colours[edge.from] == Colour::New) {
                m_colours[edge.from] = Colour::Open;
                open.push_back({edge.from});
            }
        }
        return true;
    }

    bool report(const std::vector<Visit> &open, const Edge &edge) const
    {
        constexpr std::size_t longestShown = 10;
        const auto first = std::find_if(
            open.begin(), open.end(), [&](const Visit &visit) { return visit.step == edge.from; });
        std::string ring;
        std::size_t shown = 0;
        for (auto visit = first; visit != open.end() && shown < longestShown; ++visit, ++shown)
            ring += std::string(m_names[visit->step]) + " reads ";
        ring += shown == longestShown ? "… reads " : "";
        ring += m_names[edge.from];
        m_pipeline.problems.error("document.cycle", pathOf(m_names[open.back().step], "inputs", edge.input),
            "Steps wait for each other (" + ring + "), so none can begin: remove one of the bindings.",
            {{"steps", ring}});
        return false;
    }

    const PipelineView &m_pipeline;
    std::vector<std::string_view> m_names;
    std::vector<std::vector<Edge>> m_edges;
    std::vector<Colour> m_colours;
};

} // namespace

void checkOrder(PipelineView &pipeline)
{
    StepGraph(pipeline).reportCycles();
}

} // namespace atelier
