#include "ui/plot/PlotCard.h"

#include "tests/support/TemporaryFolder.h"
#include "tests/ui/plot/Samples.h"
#include "tests/ui/plot/Screen.h"

#include <gtest/gtest.h>

#include <QAccessible>
#include <QFileDialog>
#include <QLabel>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace atelier;
using ui::PlotCard;

namespace {

class PlotCardTest : public testing::Test
{
protected:
    explicit PlotCardTest(const QString &metric = QStringLiteral("val/accuracy"))
        : card(raster, metric)
    {
        card.resize(460, 240);
        card.show();
    }

    template<typename T>
    T &part(const char *name)
    {
        return *card.findChild<T *>(QLatin1String(name));
    }

    QAction &action(const QString &text)
    {
        const QList<QAction *> actions = part<QToolButton>("plotMenu").menu()->actions();
        return **std::find_if(
            actions.begin(), actions.end(), [&](const QAction *each) { return each->text() == text; });
    }

    void fill()
    {
        card.plot().append(card.plot().addSeries(QStringLiteral("run"), 0), test::pointsWith({0.5, 0.87136}));
        ASSERT_TRUE(test::waitForPicture(card.plot()));
    }

    ui::RasterThread raster;
    PlotCard card;
};

class LongNamedPlotCardTest : public PlotCardTest
{
protected:
    LongNamedPlotCardTest()
        : PlotCardTest(QStringLiteral("דיוק/") + QString(250, QLatin1Char('m')) + QStringLiteral("🚀"))
    {
    }
};

} // namespace

TEST_F(PlotCardTest, ShowsTheLastValue)
{
    fill();
    EXPECT_EQ(part<QLabel>("lastValue").text(), QStringLiteral("0.8714"));
    EXPECT_EQ(part<QLabel>("lastValue").accessibleName(), QStringLiteral("Last value 0.8714"));
}

TEST_F(PlotCardTest, NamesItselfItsChartAndItsButtonsAfterTheMetric)
{
    EXPECT_EQ(card.accessibleName(), QStringLiteral("val/accuracy"));
    EXPECT_EQ(card.plot().accessibleName(), QStringLiteral("val/accuracy"));
    EXPECT_EQ(part<QToolButton>("expandPlot").accessibleName(), QStringLiteral("Expand val/accuracy"));
    EXPECT_EQ(part<QToolButton>("plotMenu").accessibleName(), QStringLiteral("More for val/accuracy"));
}

TEST_F(PlotCardTest, AsksToBeExpanded)
{
    const QSignalSpy asked(&card, &PlotCard::expandRequested);
    QTest::mouseClick(&part<QToolButton>("expandPlot"), Qt::LeftButton);
    EXPECT_EQ(asked.count(), 1);
}

TEST_F(PlotCardTest, SwitchesTheScaleAndFollowsIt)
{
    action(QStringLiteral("Logarithmic axis")).trigger();
    EXPECT_EQ(card.plot().view().scale, ui::PlotScale::Logarithmic);
    card.plot().setScale(ui::PlotScale::Linear);
    EXPECT_FALSE(action(QStringLiteral("Logarithmic axis")).isChecked());
}

TEST_F(PlotCardTest, OffersToResetAZoomThatThereIs)
{
    QAction &reset = action(QStringLiteral("Reset zoom"));
    EXPECT_FALSE(reset.isEnabled());
    card.plot().zoomTo(series::Range{0, 0.5});
    EXPECT_TRUE(reset.isEnabled());
    reset.trigger();
    EXPECT_FALSE(card.plot().isZoomed());
    EXPECT_FALSE(reset.isEnabled());
}

TEST_F(PlotCardTest, ExportsToTheFileThatIsChosen)
{
    fill();
    const test::TemporaryFolder folder;
    QSignalSpy exported(&card, &PlotCard::exported);
    action(QStringLiteral("Export as CSV…")).trigger();
    auto *dialog = card.findChild<QFileDialog *>();
    ASSERT_NE(dialog, nullptr);
    EXPECT_TRUE(dialog->selectedFiles().at(0).endsWith(QStringLiteral("val-accuracy.csv")));
    Q_EMIT dialog->fileSelected(QString::fromStdString((folder / "a.csv").string()));
    EXPECT_TRUE(QTest::qWaitFor([&] { return exported.count() == 1; }));
    EXPECT_NE(test::read(folder / "a.csv").find("0.87136"), std::string::npos);
    dialog->close();
}

TEST_F(LongNamedPlotCardTest, KeepsTheNameAndTheValueWithinItsWidth)
{
    fill();
    EXPECT_TRUE(QTest::qWaitFor([&] { return part<QLabel>("lastValue").width() > 20; }));
    EXPECT_EQ(card.width(), 460);
    EXPECT_LT(card.sizeHint().width(), 600);
    const QRect name = part<QLabel>("metric").geometry();
    const QRect value = part<QLabel>("lastValue").geometry();
    EXPECT_LT(name.right(), value.left());
    EXPECT_LT(value.right(), part<QToolButton>("expandPlot").geometry().left());
}

TEST_F(LongNamedPlotCardTest, OffersAFileNameThatFits)
{
    action(QStringLiteral("Export as PNG…")).trigger();
    auto *dialog = card.findChild<QFileDialog *>();
    ASSERT_NE(dialog, nullptr);
    EXPECT_LT(dialog->selectedFiles().at(0).section(QLatin1Char('/'), -1).toUtf8().size(), 255);
    dialog->close();
}
