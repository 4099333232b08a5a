#include "ui/jobs/PictureFile.h"

#include "tests/support/TemporaryFolder.h"

#include <gtest/gtest.h>

#include <sys/stat.h>

using namespace atelier;
using ui::PictureFile;
using State = ui::PictureFile::State;

namespace {

class PictureFileTest : public testing::Test
{
protected:
    std::filesystem::path save(
        const std::string &name, QSize size, QImage::Format format = QImage::Format_RGB32)
    {
        QImage image(size, format);
        image.fill(QColor(200, 30, 40));
        const std::filesystem::path file = m_folder / name;
        EXPECT_TRUE(image.save(QString::fromStdString(file.string())));
        return file;
    }
    std::filesystem::path write(const std::string &name, const std::string &bytes)
    {
        test::write(m_folder / name, bytes);
        return m_folder / name;
    }
    static PictureFile read(const std::filesystem::path &file) { return ui::readPicture(file, false); }

    test::TemporaryFolder m_folder;
};

/// The head of a bitmap of 24 bits, without its pixels.
std::string bitmapHead(std::uint32_t width, std::uint32_t height)
{
    std::string bytes("BM", 2);
    const auto add = [&](std::uint32_t value, int count) {
        for (int i = 0; i < count; ++i)
            bytes += static_cast<char>((value >> (8 * i)) & 0xffU);
    };
    for (const std::uint32_t value : {1000U, 0U, 54U, 40U, width, height})
        add(value, 4);
    add(1, 2);
    add(24, 2);
    for (int i = 0; i < 6; ++i)
        add(0, 4);
    return bytes + std::string(1000, 'x');
}

} // namespace

TEST_F(PictureFileTest, ReadsAPictureAsItIs)
{
    for (const char *name : {"a.png", "a.jpg", "a.bmp"}) {
        const PictureFile picture = read(save(name, {300, 200}));
        ASSERT_EQ(picture.state, State::Whole) << name;
        EXPECT_EQ(picture.image.size(), QSize(300, 200));
        EXPECT_NEAR(picture.image.pixelColor(150, 100).red(), 200, 4);
    }
}

TEST_F(PictureFileTest, MakesALargeOneAsSmallAsAScreen)
{
    for (const char *name : {"a.png", "a.jpg", "a.bmp"}) {
        const PictureFile picture = read(save(name, {8192, 1000}));
        ASSERT_EQ(picture.state, State::Whole) << name;
        EXPECT_EQ(picture.image.size(), QSize(4096, 500));
        EXPECT_EQ(picture.size, QSize(8192, 1000));
    }
    const PictureFile thin = read(save("thin.png", {20'000, 1}));
    EXPECT_EQ(thin.image.size(), QSize(4096, 1));
}

TEST_F(PictureFileTest, DrawsADrawingOfAnySize)
{
    const PictureFile picture = read(write("a.svg",
        "<svg xmlns='http://www.w3.org/2000/svg' width='100000' height='50000'>"
        "<rect width='100000' height='50000' fill='#c81e28'/></svg>"));
    ASSERT_EQ(picture.state, State::Whole);
    EXPECT_EQ(picture.image.size(), QSize(4096, 2048));
    EXPECT_EQ(picture.image.pixelColor(2000, 1000), QColor(200, 30, 40));
}

TEST_F(PictureFileTest, SaysHowLargeOneIsThatIsTooLarge)
{
    const PictureFile real = read(save("a.png", {9000, 8000}, QImage::Format_Mono));
    EXPECT_EQ(real.state, State::TooLarge);
    EXPECT_EQ(real.size, QSize(9000, 8000));
    const PictureFile claimed = read(write("a.bmp", bitmapHead(9'000, 9'000)));
    EXPECT_EQ(claimed.state, State::TooLarge);
    EXPECT_EQ(claimed.size, QSize(9'000, 9'000));
    const auto sparse = write("b.png", "x");
    std::filesystem::resize_file(sparse, 300U << 20U);
    EXPECT_EQ(read(sparse).state, State::TooLarge);
    EXPECT_TRUE(read(sparse).size.isEmpty());
}

TEST_F(PictureFileTest, TellsWhatIsEmptyNoneCutOffOrNotThere)
{
    EXPECT_EQ(read(write("a.png", "")).state, State::Empty);
    EXPECT_EQ(read(write("a.png", "only words")).state, State::None);
    for (const char *name : {"a.png", "a.jpg"}) {
        const auto file = save(name, {300, 200});
        std::filesystem::resize_file(file, std::filesystem::file_size(file) * 2 / 3);
        EXPECT_EQ(read(file).state, State::Incomplete) << name;
    }
    EXPECT_EQ(read(m_folder / "none.png").state, State::Unreadable);
    EXPECT_FALSE(read(m_folder / "none.png").sentence.empty());
}

TEST_F(PictureFileTest, DoesNotWaitAtAPipeThatIsNamedLikeAPicture)
{
    ASSERT_EQ(mkfifo((m_folder / "a.png").c_str(), 0600), 0);
    EXPECT_EQ(read(m_folder / "a.png").state, State::Unreadable);
}
