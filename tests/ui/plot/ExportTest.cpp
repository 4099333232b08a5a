#include "tests/core/system/SmallDisk.h"
#include "tests/support/TemporaryFolder.h"
#include "tests/ui/plot/ShownPlot.h"

#include <QImage>
#include <QSignalSpy>
#include <QSvgRenderer>
#include <QTest>

#include <cmath>

using namespace atelier;

namespace {

class PlotExportTest : public test::ShownPlot
{
protected:
    PlotExportTest()
    {
        add(test::pointsOf({4, 0.1, 5, 0.2, 20'000, 20'000, 3}), QStringLiteral("run <7> & \"co\""));
        add(test::pointsWith({1, std::nan(""), 3}), QStringLiteral("short"));
    }

    /// Empty, or why it failed.
    QString save(ui::PlotFormat format, const std::filesystem::path &file)
    {
        QSignalSpy exported(&plot, &ui::MetricPlot::exported);
        QSignalSpy failed(&plot, &ui::MetricPlot::exportFailed);
        plot.exportTo({QStringLiteral("train/loss"), format, file});
        EXPECT_TRUE(QTest::qWaitFor([&] { return exported.count() + failed.count() == 1; }, 20'000));
        return failed.isEmpty() ? QString() : failed[0][0].toString();
    }

    test::TemporaryFolder folder;
};

} // namespace

TEST_F(PlotExportTest, WritesAPngOfTwiceTheSizeWithTitleAndNames)
{
    draw();
    ASSERT_EQ(save(ui::PlotFormat::Png, folder / "plot.png"), QString());
    const QImage image(QString::fromStdString((folder / "plot.png").string()));
    EXPECT_EQ(image.width(), 2 * plot.width());
    EXPECT_GT(image.height(), 2 * plot.height());
}

TEST_F(PlotExportTest, WritesAnSvgOfVectors)
{
    draw();
    ASSERT_EQ(save(ui::PlotFormat::Svg, folder / "plot.svg"), QString());
    const QString file = QString::fromStdString((folder / "plot.svg").string());
    EXPECT_TRUE(QSvgRenderer(file).isValid());
    const std::string svg = test::read(folder / "plot.svg");
    EXPECT_EQ(svg.find("<image"), std::string::npos);
    EXPECT_NE(svg.find("<polyline"), std::string::npos);
    EXPECT_NE(svg.find("train/loss"), std::string::npos);
    EXPECT_LT(svg.size(), 500'000U);
}

TEST_F(PlotExportTest, WritesEveryPointAsCsv)
{
    ASSERT_EQ(save(ui::PlotFormat::Csv, folder / "plot.csv"), QString());
    const std::string csv = test::read(folder / "plot.csv");
    EXPECT_EQ(std::count(csv.begin(), csv.end(), '\n'), 1 + 20'000 + 3);
    EXPECT_NE(csv.find("short,1,2023-11-15T12:00:01.000Z,NaN\r\n"), std::string::npos);
}

TEST_F(PlotExportTest, SaysWhyItCannotWrite)
{
    const QString sentence = save(ui::PlotFormat::Png, folder / "missing" / "plot.png");
    EXPECT_TRUE(sentence.endsWith(QLatin1Char('.'))) << sentence.toStdString();
    EXPECT_TRUE(sentence.contains(QStringLiteral("is not there. Choose another one.")))
        << sentence.toStdString();
}

TEST_F(PlotExportTest, SaysThatTheDiskIsFullAndLeavesTheOldFile)
{
    const test::SmallDisk disk(folder / "disk", 1);
    if (!disk.isMounted())
        GTEST_SKIP() << "mounting takes root";
    const std::filesystem::path file = folder / "disk" / "plot.csv";
    test::write(file, "before");
    (void)disk.fill();
    const QString sentence = save(ui::PlotFormat::Csv, file);
    EXPECT_TRUE(sentence.contains(QStringLiteral("There is no room for"))) << sentence.toStdString();
    EXPECT_EQ(test::read(file), "before");
}
