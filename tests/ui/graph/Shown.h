#pragma once

#include "tests/ui/graph/SampleGraphs.h"
#include "ui/graph/GraphSelection.h"

#include <gtest/gtest.h>

#include <QApplication>
#include <QTest>

namespace atelier::test {

/// A view of a sample in a window that is shown and active.
template<typename View>
struct Shown
{
    explicit Shown(const SampleGraph &sample = runningPipeline(), QSize size = {900, 600})
    {
        model.setGraph(sample.nodes, sample.edges);
        view.resize(size);
        view.show();
        view.activateWindow();
        EXPECT_TRUE(QTest::qWaitForWindowActive(&view));
    }

    ui::GraphModel model;
    ui::GraphSelection selection;
    View view{model, selection};
};

} // namespace atelier::test
