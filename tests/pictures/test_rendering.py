"""What is made of a picture, read back with Pillow: upright, in sRGB, bare, never enlarged."""

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms

from association.pictures.decoding import (
    TooLargePictureError,
    UnreadablePictureError,
    decode_picture,
    open_picture,
    upright_size,
)
from association.pictures.recipe import HEAD, Focus, Recipe
from association.pictures.rendering import render
from tests.pictures.photographs import (
    BLUE,
    GREEN,
    RED,
    SECRET,
    animation,
    coloured,
    near,
    photograph,
    png_of_16_bits,
    png_that_claims,
    saved,
    see_through_palette,
)

PLAIN = Recipe((100, 200, 400), 300)
SQUARE = Recipe((100, 200), 200, HEAD)


def read(content: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(content))
    image.load()
    return image


def files(content: bytes, recipe: Recipe = PLAIN) -> dict[str, Image.Image]:
    return {name: read(of_file) for name, of_file in render(content, recipe)}


def test_a_photograph_becomes_three_formats_at_each_width() -> None:
    found = {name: (image.format, image.size) for name, image in files(photograph()).items()}
    assert found == {
        "100.avif": ("AVIF", (100, 67)),
        "100.webp": ("WEBP", (100, 67)),
        "200.avif": ("AVIF", (200, 133)),
        "200.webp": ("WEBP", (200, 133)),
        "400.avif": ("AVIF", (400, 267)),
        "400.webp": ("WEBP", (400, 267)),
        "plain.jpg": ("JPEG", (300, 200)),
    }


def test_nothing_of_the_camera_is_left() -> None:
    assert SECRET in photograph()
    for name, content in render(photograph(orientation=6), PLAIN):
        image = read(content)
        assert SECRET not in content, name
        assert dict(image.getexif()) == {}, name
        hidden = {"exif", "xmp", "comment", "icc_profile", "photoshop"} & set(image.info)
        assert {key for key in hidden if image.info[key]} == set(), name


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("side", [(900, 600), (1800, 1200)])
def test_a_picture_is_turned_as_it_was_held(orientation: int, side: tuple[int, int]) -> None:
    source = photograph(*side, orientation=orientation)
    assert upright_size(open_picture(source)) == side
    for name, image in files(source).items():
        width, height = image.size
        seen = image.convert("RGB")
        assert near(seen.getpixel((width // 2, height // 4)), RED), name
        assert near(seen.getpixel((width // 4, height * 3 // 4)), GREEN), name
        assert near(seen.getpixel((width * 3 // 4, height * 3 // 4)), BLUE), name


def test_the_same_picture_gives_the_same_bytes() -> None:
    assert list(render(photograph(), PLAIN)) == list(render(photograph(), PLAIN))


def test_a_small_picture_is_not_enlarged() -> None:
    found = files(saved(coloured(150, 90), "PNG"))
    assert {image.size for image in found.values()} == {(100, 60), (150, 90)}


@pytest.mark.parametrize(("width", "height"), [(1, 1), (1, 3000), (3000, 1)])
def test_a_picture_may_be_a_single_pixel_or_a_thread(width: int, height: int) -> None:
    for image in files(saved(coloured(width, height), "PNG")).values():
        assert min(image.size) >= 1
    for image in files(saved(coloured(width, height), "PNG"), SQUARE).values():
        assert image.width == image.height


def test_what_lets_through_still_does() -> None:
    found = files(see_through_palette())
    assert "plain.png" in found
    for name, image in found.items():
        alpha = image.convert("RGBA").getchannel("A")
        assert alpha.getpixel((10, 10)) == 255, name
        shade = alpha.getpixel((image.width - 10, 10))
        assert isinstance(shade, int | float)
        assert abs(shade - 90) < 12, name


def test_the_colours_of_print_become_those_of_screens() -> None:
    found = files(saved(Image.new("CMYK", (300, 200), (0, 255, 255, 0)), "JPEG"))
    for name, image in found.items():
        assert near(image.convert("RGB").getpixel((20, 20)), (255, 0, 0)), name


def test_the_profile_of_a_camera_is_applied_before_it_goes() -> None:
    """A grey of linear light is dark as numbers, and not to the eye."""
    linear = ImageCms.ImageCmsProfile(ImageCms.createProfile("XYZ"))
    broken = saved(coloured(300, 200), "PNG", icc_profile=linear.tobytes())
    assert near(decode_picture(broken).getpixel((10, 10)), RED), (
        "a profile that does not fit is ignored"
    )
    known = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))
    plain = saved(coloured(300, 200), "PNG", icc_profile=known.tobytes())
    assert near(decode_picture(plain).getpixel((10, 10)), RED, 2)


@pytest.mark.parametrize(("value", "shade"), [(0, 0), (32768, 128), (65535, 255)])
def test_sixteen_bits_become_eight(value: int, shade: int) -> None:
    seen = decode_picture(png_of_16_bits(20, 20, value))
    assert near(seen.getpixel((5, 5)), (shade, shade, shade), 2)


def test_an_animation_shows_its_first_image() -> None:
    for name, image in files(animation()).items():
        assert getattr(image, "n_frames", 1) == 1, name
        assert near(image.convert("RGB").getpixel((20, 20)), RED), name


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF", "GIF"])
@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_half_a_picture_is_none(kind: str, share: float) -> None:
    whole = saved(Image.effect_noise((200, 160), 60).convert("RGB"), kind)
    with pytest.raises(UnreadablePictureError):
        list(render(whole[: int(len(whole) * share)], PLAIN))


@pytest.mark.parametrize("size", [(12_000, 9_000), (30_000, 30_000)])
def test_a_picture_that_would_fill_the_memory_is_refused_before_it_does(
    size: tuple[int, int],
) -> None:
    with pytest.raises(TooLargePictureError):
        open_picture(png_that_claims(*size))


@settings(deadline=None)
@given(st.binary(max_size=400), st.sampled_from([b"", b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n"]))
def test_any_bytes_are_a_picture_or_said_to_be_none(content: bytes, start: bytes) -> None:
    try:
        decode_picture(start + content)
    except (UnreadablePictureError, TooLargePictureError):
        return


SIDES = st.integers(1, 6000)


@given(st.tuples(SIDES, SIDES), st.floats(0, 1), st.floats(0, 1))
def test_a_crop_is_a_square_within_the_picture(
    size: tuple[int, int], across: float, down: float
) -> None:
    left, top, right, bottom = Recipe((100,), 100, Focus(across, down)).box(size)
    assert right - left == bottom - top == min(size)
    assert left >= 0
    assert top >= 0
    assert right <= size[0]
    assert bottom <= size[1]


@given(st.tuples(SIDES, SIDES), st.sampled_from([PLAIN, SQUARE]))
def test_widths_rise_and_never_exceed_the_picture(size: tuple[int, int], recipe: Recipe) -> None:
    widths = [width for width, _ in recipe.sizes(size)]
    assert widths == sorted(set(widths))
    assert widths[-1] <= size[0]
    assert recipe.plain_size(size)[0] <= size[0]


@pytest.mark.parametrize(
    ("size", "focus", "expected"),
    [
        ((600, 800), HEAD, (0, 0, 600, 600)),
        ((600, 1800), HEAD, (0, 300, 600, 900)),
        ((800, 600), HEAD, (100, 0, 700, 600)),
        ((800, 600), Focus(0, 1 / 3), (0, 0, 600, 600)),
        ((800, 600), Focus(1, 1 / 3), (200, 0, 800, 600)),
        ((600, 800), Focus(0.5, 1), (0, 200, 600, 800)),
    ],
)
def test_a_portrait_keeps_the_head(
    size: tuple[int, int], focus: Focus, expected: tuple[int, int, int, int]
) -> None:
    assert Recipe((100,), 100, focus).box(size) == expected
