#include "tests/ui/graph/SampleGraphs.h"

#include <random>

using Qt::Literals::StringLiterals::operator""_s;

namespace atelier::test {

namespace {

using ui::GraphNode;
using ui::GraphPort;
using ui::Mark;
using ui::PortType;
using ui::StateLook;
using ui::Tone;

const StateLook completed{u"Completed"_s, Tone::Success, Mark::Icon, u"checkmark_circle"_s};
const StateLook running{u"Running"_s, Tone::Accent, Mark::Spinner};
const StateLook queued{u"Queued"_s, Tone::Neutral, Mark::Icon, u"clock"_s};
const StateLook failed{u"Failed"_s, Tone::Danger, Mark::Icon, u"error_circle"_s};
const StateLook reused{u"Reused"_s, Tone::Neutral, Mark::Icon, u"arrow_sync"_s};

GraphPort data(const QString &name)
{
    return {name, PortType::Data};
}

GraphNode model(const QString &id, const QString &title, const QString &detail, const StateLook &state)
{
    return {id, title, detail, u"brain_circuit"_s, Tone::Accent, state, {}, false, {data(u"train"_s)},
        {{u"model"_s, PortType::Model}}};
}

QVector<GraphNode> pipelineNodes()
{
    QVector<GraphNode> nodes;
    nodes << GraphNode{u"load"_s, u"Load breast cancer"_s, u"Reused from #14"_s, u"database"_s, Tone::Info,
        reused, {}, true, {}, {data(u"table"_s)}};
    nodes << GraphNode{u"split"_s, u"Split data"_s, u"2 s · 426 / 143 rows"_s, u"split_vertical"_s,
        Tone::Neutral, completed, {}, false, {data(u"table"_s)}, {data(u"train"_s), data(u"test"_s)}};
    nodes << GraphNode{u"profile"_s, u"Profile report"_s, u"No module “ydata”"_s, u"data_histogram"_s,
        Tone::Warning, failed, {}, false, {data(u"table"_s)}, {{u"report"_s, PortType::Metrics}}};
    nodes << model(u"logistic"_s, u"Logistic regression"_s, u"3 s · AUC 0.9917"_s, completed);
    nodes.last().icon = u"branch_fork"_s;
    nodes << model(u"forest"_s, u"Random forest"_s, u"248 of 400 trees · 30 s left"_s, running);
    nodes.last().progress = 0.62;
    nodes << model(u"boosting"_s, u"Gradient boosting"_s, u"Waits for 4 free cores"_s, queued);
    nodes << GraphNode{u"compare"_s, u"Compare models"_s, u"Waits for 2 steps"_s, u"branch_compare"_s,
        Tone::Neutral, queued, {}, false,
        {{u"a"_s, PortType::Model}, {u"b"_s, PortType::Model}, {u"c"_s, PortType::Model}},
        {{u"scores"_s, PortType::Metrics}}};
    return nodes;
}

} // namespace

SampleGraph runningPipeline()
{
    SampleGraph sample;
    sample.nodes = pipelineNodes();
    sample.edges = {{u"load"_s, 0, u"split"_s, 0}, {u"load"_s, 0, u"profile"_s, 0},
        {u"split"_s, 0, u"logistic"_s, 0}, {u"split"_s, 0, u"forest"_s, 0}, {u"split"_s, 0, u"boosting"_s, 0},
        {u"logistic"_s, 0, u"compare"_s, 0}, {u"forest"_s, 0, u"compare"_s, 1},
        {u"boosting"_s, 0, u"compare"_s, 2}};
    sample.timings
        = {{6, 7, {}}, {8, 10, {}}, {8, 14, {}}, {11, 14, {}}, {12, {}, 126}, {{}, {}, 22}, {{}, {}, 3}};
    sample.now = 108;
    return sample;
}

SampleGraph smallPipeline()
{
    SampleGraph sample;
    const QVector<GraphNode> all = pipelineNodes();
    sample.nodes = {all[0], all[1], all[3], all[4]};
    sample.nodes[0].title = u"Load"_s;
    sample.nodes[0].state = completed;
    sample.nodes[1].title = u"Split"_s;
    sample.nodes[2].title = u"Logistic"_s;
    sample.nodes[3].title = u"Forest"_s;
    sample.edges = runningPipeline().edges;
    return sample;
}

SampleGraph largeGraph(int nodes, int edges)
{
    constexpr int reach = 30;
    std::minstd_rand random(5);
    const auto below = [&](int limit) { return static_cast<int>(random() % static_cast<unsigned>(limit)); };
    SampleGraph sample;
    for (int i = 0; i < nodes; ++i) {
        sample.nodes << model(u"n%1"_s.arg(i), u"Random forest %1"_s.arg(i), u"3 s · AUC 0.9917"_s,
            i % 10 == 0 ? running : completed);
        if (i % 10 == 0)
            sample.nodes.last().progress = 0.5;
        sample.timings.push_back({i, i + 1.5, {}});
    }
    for (int i = 0; i < edges; ++i) {
        const int to = i + 1 < nodes ? i + 1 : 1 + below(nodes - 1);
        const int from = to - 1 - below(std::min(to, reach));
        sample.edges << ui::GraphEdge{u"n%1"_s.arg(from), 0, u"n%1"_s.arg(to), 0};
    }
    return sample;
}

} // namespace atelier::test
