#include "ui/widgets/Segmented.h"

#include "ui/theme/ControlLook.h"
#include "ui/theme/Draw.h"
#include "ui/theme/Icon.h"
#include "ui/theme/Type.h"
#include "ui/widgets/AccessibleRole.h"
#include "ui/widgets/Focus.h"
#include "ui/widgets/Layouts.h"

#include <QButtonGroup>
#include <QPainter>
#include <QRadioButton>
#include <QStyle>

namespace atelier::ui {

namespace {

constexpr int iconSide = 16;
constexpr int gap = 6;
constexpr int padding = 11;
constexpr double segmentRadius = controlRadius - 1;

class Segment : public QRadioButton
{
public:
    explicit Segment(const Segmented::Choice &choice)
        : QRadioButton(choice.text)
        , m_choice(choice)
    {
        setAttribute(Qt::WA_Hover);
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
        if (choice.iconOnly)
            setToolTip(choice.text);
    }

    [[nodiscard]] QSize sizeHint() const override
    {
        const int text = QFontMetrics(ui::font(TextStyle::BodyMedium)).horizontalAdvance(shownText());
        return {text + iconRoom() + 2 * scaled(padding), controlHeight(ControlSize::Normal) - 4};
    }
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    [[nodiscard]] bool hitButton(const QPoint &position) const override { return rect().contains(position); }

    void paintEvent(QPaintEvent * /*event*/) override
    {
        const Colors &c = colors();
        QPainter painter(this);
        if (isChecked())
            drawBox(painter, rect(), segmentRadius, over(c.hover, c.raised), c.stroke);
        else if (underMouse())
            drawBox(painter, rect(), segmentRadius, c.hover);
        const QColor color = isChecked() || underMouse() ? c.text : c.text2;
        int x = scaled(padding);
        if (!m_choice.icon.isEmpty()) {
            const QRect box(x, 0, iconSide, height());
            paintIcon(painter, m_choice.icon, QStyle::visualRect(layoutDirection(), rect(), box), color,
                isChecked() ? IconShape::Filled : IconShape::Outline);
            x += iconRoom();
        }
        painter.setFont(ui::font(isChecked() ? TextStyle::BodyMedium : TextStyle::Body));
        painter.setPen(color);
        const QRect text = rect().adjusted(x, 0, -scaled(padding), 0);
        painter.drawText(QStyle::visualRect(layoutDirection(), rect(), text), Qt::AlignCenter, shownText());
        if (hasKeyboardFocus(*this))
            drawFocusRing(painter, rect(), segmentRadius);
    }

private:
    [[nodiscard]] QString shownText() const { return m_choice.iconOnly ? QString() : m_choice.text; }
    [[nodiscard]] int iconRoom() const
    {
        if (m_choice.icon.isEmpty())
            return 0;
        return iconSide + (m_choice.iconOnly ? 0 : gap);
    }

    Segmented::Choice m_choice;
};

} // namespace

Segmented::Segmented(const QString &name, const QList<Choice> &choices, QWidget *parent)
    : QWidget(parent)
    , m_group(new QButtonGroup(this))
{
    setAccessibleName(name);
    setAccessibleRole(*this, QAccessible::Grouping);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    QHBoxLayout *row = makeRow(this, 0, {2, 2, 2, 2});
    for (const Choice &choice : choices) {
        auto *segment = new Segment(choice);
        m_group->addButton(segment, static_cast<int>(m_group->buttons().size()));
        row->addWidget(segment);
    }
    m_group->button(0)->setChecked(true);
    connect(m_group, &QButtonGroup::idToggled, this, [this](int index, bool checked) {
        if (checked)
            Q_EMIT currentChanged(index);
    });
}

void Segmented::setCurrent(int index)
{
    m_group->button(index)->setChecked(true);
}

int Segmented::current() const
{
    return m_group->checkedId();
}

void Segmented::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    drawBox(painter, rect(), controlRadius + 1, colors().pressed);
}

} // namespace atelier::ui
